import type { Pair } from "@/lib/knowledge/documents/add-pair";

/** The pair that `writePair` wrote into a document; of one that was written anew here its title and its text. */
export function readPair({ title, content }: { title: string; content: string }): Pair {
  for (const [ask, tell] of labels) {
    const end = content.indexOf("\n");
    if (end === -1 || !content.startsWith(ask) || !content.startsWith(tell, end + 1)) continue;
    return { question: content.slice(ask.length, end), answer: content.slice(end + 1 + tell.length) };
  }
  return { question: title, answer: content };
}

const labels = [
  ["問：", "答："],
  ["Q: ", "A: "],
] as const;
