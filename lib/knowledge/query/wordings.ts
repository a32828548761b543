import { fold } from "@/lib/language/words/fold";
import { keepLast } from "@/lib/language/words/keep-last";

export type FoundWording = { word: string; start: number; end: number };

/** Who asks for one of `asked` finds each of `found` too. */
export type WordingGroup = { asked: readonly string[]; found: readonly string[] };

/** What may be said in other words. */
export class Wordings {
  readonly #others = new Map<string, Set<string>>();
  /** How long the words are that end with a UTF-16 unit, the longest first. */
  readonly #lengths = new Map<number, number[]>();

  constructor(groups: readonly WordingGroup[]) {
    for (const { asked, found } of groups) {
      const others = found.map(fold).filter((word) => word !== "");
      for (const word of asked.map(fold))
        if (word !== "" && word.length <= longestWord) this.#add(word, others);
    }
    const lengths = new Map<number, Set<number>>();
    for (const word of this.#others.keys()) {
      const last = word.charCodeAt(word.length - 1);
      const known = lengths.get(last);
      if (known) known.add(word.length);
      else lengths.set(last, new Set([word.length]));
    }
    for (const [last, known] of lengths)
      this.#lengths.set(
        last,
        [...known].sort((a, b) => b - a),
      );
  }

  /** The other words for one, folded. */
  othersOf(word: string): ReadonlySet<string> {
    return this.#others.get(word) ?? none;
  }

  /**
   * Where a folded text says its words, in order: the longest of those that end there, read from its end, as of two
   * that overlap the later is mostly meant: 「到期」 in 「多久到期」, not 「多久到」.
   */
  findIn(folded: string): readonly FoundWording[] {
    return this.#findLast(folded);
  }

  readonly #findLast = keepLast((folded) => this.#find(folded), 6);

  #find(folded: string): readonly FoundWording[] {
    const found: FoundWording[] = [];
    for (let end = folded.length; end > 0; ) {
      const word = this.#endingAt(folded, end);
      if (word === undefined) {
        end--;
        continue;
      }
      const start = end - word.length;
      if (alone.has(folded.charAt(end - 1)) && this.#cuts(folded, start, end - 1)) {
        end--;
        continue;
      }
      found.push({ word, start, end });
      end = start;
    }
    return found.reverse();
  }

  #endingAt(folded: string, end: number): string | undefined {
    for (const length of this.#lengths.get(folded.charCodeAt(end - 1)) ?? []) {
      if (length > end) continue;
      const word = folded.slice(end - length, end);
      if (this.#others.has(word) && isWhole(folded, end - length, end)) return word;
    }
    return undefined;
  }

  /** Whether a word ends at `end` that begins one character before `start`. */
  #cuts(folded: string, start: number, end: number): boolean {
    const before = start - 1;
    return before >= 0 && this.#others.has(folded.slice(before, end)) && !alone.has(folded.charAt(before));
  }

  #add(asked: string, found: readonly string[]): void {
    const known = this.#others.get(asked) ?? new Set();
    for (const word of found) if (word !== asked) known.add(word);
    this.#others.set(asked, known);
  }
}

/** Verbs of one character that end some words and stand alone behind others. */
const alone = new Set(fold("用要會有到"));
const none: ReadonlySet<string> = new Set();
/** UTF-16 units of a folded word; owners' words have 30 characters at most. A longer one isn't looked for. */
const longestWord = 200;

/** Whether neither a Latin word nor a number goes on beyond the edges: 「line」 of online is none, nor 「711」 of 1711. */
function isWhole(folded: string, start: number, end: number): boolean {
  return (
    !goesOn(folded.charCodeAt(start - 1), folded.charCodeAt(start)) &&
    !goesOn(folded.charCodeAt(end - 1), folded.charCodeAt(end))
  );
}

function goesOn(before: number, after: number): boolean {
  return (isLetter(before) && isLetter(after)) || (isDigit(before) && isDigit(after));
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
