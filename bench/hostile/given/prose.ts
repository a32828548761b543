/**
 * Plain Chinese text of `length` characters: sentences of 8 to 30 different characters, four to a paragraph. Always the
 * same.
 */
export function prose(length: number): string {
  let seed = 1;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  let text = "";
  for (let sentence = 1; text.length < length; sentence++) {
    for (let left = 8 + next(23); left > 0; left--) text += String.fromCharCode(0x4e00 + next(3_000));
    text += sentence % 4 === 0 ? "。\n\n" : "。";
  }
  return text.slice(0, length);
}
