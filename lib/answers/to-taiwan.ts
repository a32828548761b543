import { CHARACTERS_FROM, CHARACTERS_TO, PHRASES, SIMPLIFIED_ONLY, WORDING } from "./taiwan-words";

export type TaiwanConverter = {
  /** The text in Traditional characters and Taiwan's words. */
  convert(text: string): string;
  /** How many characters, phrases and words were replaced so far. */
  count(): number;
};

/**
 * Brings one reply, piece by piece, to Traditional characters and Taiwan's wording. Characters are touched from the first
 * one on that only Simplified text has: 「里」 or 「面」 of a Traditional text stay. Words that stand in `own`, the
 * shop's texts and the visitor's, are right as they are.
 */
export function createTaiwanConverter(own: string): TaiwanConverter {
  const dictionaries = load();
  let isSimplified = false;
  let count = 0;

  const replace = ({ longest, targets }: Dictionary, text: string, keeps: (from: string) => boolean) => {
    let replaced = "";
    for (let at = 0; at < text.length; ) {
      let length = Math.min(longest, text.length - at);
      while (length > 1 && !targets.has(text.slice(at, at + length))) length--;
      const from = text.slice(at, at + length);
      const to = targets.get(from);
      if (to !== undefined && to !== from && !keeps(from)) {
        replaced += to;
        count++;
      } else replaced += from;
      at += length;
    }
    return replaced;
  };

  return {
    convert: (text) => {
      if (!han.test(text) || kana.test(text)) return text;
      isSimplified ||= [...text].some((character) => dictionaries.simplifiedOnly.has(character));
      const traditional = isSimplified ? replace(dictionaries.characters, text, () => false) : text;
      return replace(dictionaries.wording, traditional, (word) => own.includes(word));
    },
    count: () => count,
  };
}

type Dictionary = {
  /** UTF-16 units of the longest entry. */
  longest: number;
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
  return { longest: Math.max(...entries.map(([from]) => from.length)), targets: new Map(entries) };
}

function readPairs(text: string): [string, string][] {
  const words = text.split(" ");
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < words.length; at += 2) pairs.push([words[at] ?? "", words[at + 1] ?? ""]);
  return pairs;
}
