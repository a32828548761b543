/**
 * The same function of a text, which remembers what it gave for the last `count` short ones: each rule that reads a
 * question reads the same words again. What it gives must not be changed.
 */
export function keepLast<T>(work: (text: string) => T, count = 2): (text: string) => T {
  const kept: { text: string; value: T }[] = [];
  let next = 0;
  return (text) => {
    if (text.length > longest) return work(text);
    for (const last of kept) if (last.text === text) return last.value;
    const value = work(text);
    kept[next] = { text, value };
    next = (next + 1) % count;
    return value;
  };
}

/** UTF-16 units: a message is no longer. */
const longest = 1_200;
