import { splitSentences } from "@/lib/language/split-sentences";
import { fold } from "@/lib/language/words/fold";

/** What a message has said so far: no sentence, item or row of one text is said again in another. */
export type SayOnce = {
  /** The text without what was said before; "" where nothing of it is new. */
  fresh: (text: string) => string;
};

export function createSayOnce(): SayOnce {
  const before = new Set<string>();
  /** Of the first text nothing is known yet; most answers have no other. */
  let first: string | null = null;
  return {
    fresh: (text) => {
      if (first === null) {
        first = text;
        return freshLines(text);
      }
      if (before.size === 0) freshLines(first, (key) => before.add(key).has(key));
      const said: string[] = [];
      const fresh = freshLines(text, (key) => {
        said.push(key);
        return key.length < leastLength || !before.has(key);
      });
      for (const key of said) before.add(key);
      return fresh;
    },
  };
}

/** Characters: what is shorter may well stand twice. */
const leastLength = 4;
const leadsIn = /[:：]\s*$/u;

/** Without `isNew` all is: nothing is compared then. */
function freshLines(text: string, isNew?: (key: string) => boolean): string {
  // Code is said as it stands.
  if (text.includes("```")) return !isNew || isNew(keyOf(text)) ? text : "";
  const kept: string[] = [];
  /** The line that leads to those below it, which tell something else below another; "" once it is said. */
  let lead = "";
  let unsaid = "";
  for (const line of text.split("\n")) {
    if (leadsIn.test(line)) {
      lead = line;
      unsaid = line;
      continue;
    }
    if (line.trim() === "") {
      kept.push("");
      continue;
    }
    const fresh = isNew ? freshSentences(line, (sentence) => isNew(keyOf(`${lead}${sentence}`))) : line;
    if (fresh === null) continue;
    if (unsaid !== "") kept.push(unsaid);
    unsaid = "";
    kept.push(fresh);
  }
  const rest = kept.join("\n").trim();
  // What only leads in says something where nothing follows.
  if (rest === "" && unsaid !== "" && (!isNew || isNew(keyOf(unsaid)))) return unsaid;
  return rest.replace(/\n{3,}/g, "\n\n");
}

function freshSentences(line: string, isNew: (sentence: string) => boolean): string | null {
  const sentences = splitSentences(line).map(({ start, end }) => line.slice(start, end));
  const fresh = sentences.filter(isNew);
  if (fresh.length === 0) return null;
  return fresh.length === sentences.length ? line : fresh.join("");
}

function keyOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
}
