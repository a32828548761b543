import { CHARACTERS_FROM, CHARACTERS_TO, PHRASES, SIMPLIFIED_ONLY, WORDING } from "./taiwan-words";

/**
 * Gives the text in Traditional characters and Taiwan's words, and how many characters, phrases and words it replaced.
 */
export type TaiwanConverter = (text: string) => { text: string; replaced: number };

/**
 * Brings one reply, piece by piece, to Traditional characters and Taiwan's wording. Characters are touched from the
 * first one on that only Simplified text has: 「里」 or 「面」 of a Traditional text stay. Words that stand in `own`, the
 * shop's texts and the visitor's, are right as they are.
 */
export function createTaiwanConverter(own: string): TaiwanConverter {
  const dictionaries = load();
  let isSimplified = false;
  const owned = new Map<string, boolean>();
  const isOwn = (word: string) => {
    const known = owned.get(word) ?? own.includes(word);
    owned.set(word, known);
    return known;
  };

  return (text) => {
    if (!han.test(text) || kana.test(text)) return { text, replaced: 0 };
    isSimplified ||= dictionaries.simplifiedOnly.test(text);
    const traditional = isSimplified
      ? replaceAll(dictionaries.characters, text, () => false)
      : { text, replaced: 0 };
    const worded = replaceAll(dictionaries.wording, traditional.text, isOwn);
    return { text: worded.text, replaced: traditional.replaced + worded.replaced };
  };
}

function replaceAll(
  { longestFrom, targets }: Dictionary,
  text: string,
  keeps: (from: string) => boolean,
): { text: string; replaced: number } {
  let written = "";
  let writtenTo = 0;
  let replaced = 0;
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longestFrom[text.charCodeAt(at)] ?? 0, text.length - at);
    while (length > 0 && !targets.has(text.slice(at, at + length))) length--;
    const from = text.slice(at, at + length);
    const to = targets.get(from);
    if (to !== undefined && to !== from && !keeps(from)) {
      written += text.slice(writtenTo, at) + to;
      writtenTo = at + length;
      replaced++;
    }
    at += length || 1;
  }
  return { text: written + text.slice(writtenTo), replaced };
}

type Dictionary = {
  /** UTF-16 units of the longest entry that begins with a unit; 0 for none. */
  longestFrom: Uint8Array;
  targets: Map<string, string>;
};

const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

type Dictionaries = { simplifiedOnly: RegExp; characters: Dictionary; wording: Dictionary };

let loaded: Dictionaries | undefined;

function load(): Dictionaries {
  if (loaded) return loaded;
  const to = [...CHARACTERS_TO];
  const characters = [...CHARACTERS_FROM].map((from, at): [string, string] => [from, to[at] ?? from]);
  loaded = {
    simplifiedOnly: new RegExp(`[${SIMPLIFIED_ONLY}]`, "u"),
    characters: createDictionary([...characters, ...readPairs(PHRASES)]),
    wording: createDictionary(readPairs(WORDING)),
  };
  return loaded;
}

function createDictionary(entries: [string, string][]): Dictionary {
  const longestFrom = new Uint8Array(0x10000);
  for (const [from] of entries) {
    const first = from.charCodeAt(0);
    longestFrom[first] = Math.max(longestFrom[first] ?? 0, from.length);
  }
  return { longestFrom, targets: new Map(entries) };
}

function readPairs(text: string): [string, string][] {
  const words = text.split(" ");
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < words.length; at += 2) pairs.push([words[at] ?? "", words[at + 1] ?? ""]);
  return pairs;
}
