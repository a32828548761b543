import { CHARACTERS_FROM, CHARACTERS_TO, PHRASES, SIMPLIFIED_ONLY, WORDING } from "./taiwan-words";

/** Gives the text in Traditional characters and Taiwan's words, and how many characters, phrases and words it replaced. */
export type TaiwanConverter = (text: string) => { text: string; replaced: number };

/**
 * Brings one reply, piece by piece, to Traditional characters and Taiwan's wording. Characters are touched from the first
 * one on that only Simplified text has: 「里」 or 「面」 of a Traditional text stay. Words that stand in `own`, the
 * shop's texts and the visitor's, are right as they are.
 */
export function createTaiwanConverter(own: string): TaiwanConverter {
  const dictionaries = load();
  let isSimplified = false;

  return (text) => {
    if (!han.test(text) || kana.test(text)) return { text, replaced: 0 };
    isSimplified ||= [...text].some((character) => dictionaries.simplifiedOnly.has(character));
    const traditional = isSimplified
      ? replaceAll(dictionaries.characters, text, () => false)
      : { text, replaced: 0 };
    const worded = replaceAll(dictionaries.wording, traditional.text, (word) => own.includes(word));
    return { text: worded.text, replaced: traditional.replaced + worded.replaced };
  };
}

function replaceAll(
  { longestFrom, targets }: Dictionary,
  text: string,
  keeps: (from: string) => boolean,
): { text: string; replaced: number } {
  let written = "";
  let replaced = 0;
  for (let at = 0; at < text.length; ) {
    const first = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const longest = longestFrom.get(first) ?? 0;
    if (longest === 0) {
      written += first;
      at += first.length;
      continue;
    }
    let length = Math.min(longest, text.length - at);
    while (length > first.length && !targets.has(text.slice(at, at + length))) length--;
    const from = text.slice(at, at + length);
    const to = targets.get(from);
    const isReplaced = to !== undefined && to !== from && !keeps(from);
    written += isReplaced ? to : from;
    if (isReplaced) replaced++;
    at += length;
  }
  return { text: written, replaced };
}

type Dictionary = {
  /** UTF-16 units of the longest entry that begins with a character. */
  longestFrom: Map<string, number>;
  targets: Map<string, string>;
};

const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

type Dictionaries = { simplifiedOnly: Set<string>; characters: Dictionary; wording: Dictionary };

let loaded: Dictionaries | undefined;

function load(): Dictionaries {
  if (loaded) return loaded;
  const to = [...CHARACTERS_TO];
  const characters = [...CHARACTERS_FROM].map((from, at): [string, string] => [from, to[at] ?? from]);
  loaded = {
    simplifiedOnly: new Set(SIMPLIFIED_ONLY),
    characters: createDictionary([...characters, ...readPairs(PHRASES)]),
    wording: createDictionary(readPairs(WORDING)),
  };
  return loaded;
}

function createDictionary(entries: [string, string][]): Dictionary {
  const longestFrom = new Map<string, number>();
  for (const [from] of entries) {
    const first = String.fromCodePoint(from.codePointAt(0) ?? 0);
    longestFrom.set(first, Math.max(longestFrom.get(first) ?? 0, from.length));
  }
  return { longestFrom, targets: new Map(entries) };
}

function readPairs(text: string): [string, string][] {
  const words = text.split(" ");
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < words.length; at += 2) pairs.push([words[at] ?? "", words[at + 1] ?? ""]);
  return pairs;
}
