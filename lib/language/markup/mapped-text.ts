import type { TextNode } from "./tree";

/** A text that was made from another: `text.charAt(i)` stands for what is at `offsets[i]` there. Offsets never fall. */
export type MappedText = { text: string; offsets: Uint32Array };

/** What stands for `source.slice(from, to)`, without the blanks around it. */
export function sliceMapped({ text, offsets }: MappedText, from: number, to: number): string {
  return text.slice(firstAt(offsets, from), firstAt(offsets, to)).trim();
}

/** The stretch of the source that `text.slice(start, end)` stands for. */
export function sourceSpan(
  { offsets }: MappedText,
  start: number,
  end: number,
): { start: number; end: number } {
  return { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 };
}

/** The first index whose offset is `offset` or more. */
function firstAt(offsets: Uint32Array, offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Writes a MappedText; what it is given must not go back in the source. */
export class MappedWriter {
  readonly #base: number;
  readonly #parts: string[] = [];
  /** The last two characters. */
  #tail = "";
  readonly #offsets: number[] = [];

  /** @param base the offset in the source of the text whose places are written */
  constructor(base: number) {
    this.#base = base;
  }

  /** Of what was written last, as a place. */
  get lastOffset(): number {
    return (this.#offsets.at(-1) ?? this.#base) - this.#base;
  }

  /** Characters that are not in the source, for what is at `at`. */
  add(text: string, at: number): void {
    const offset = Math.max(this.#base + at, this.#offsets.at(-1) ?? 0);
    this.#push(text);
    for (let index = 0; index < text.length; index++) this.#offsets.push(offset);
  }

  addPlain({ text, from, to }: TextNode): void {
    this.#push(text);
    const isEqual = to - from === text.length;
    for (let index = 0; index < text.length; index++)
      this.#offsets.push(this.#base + (isEqual ? from + index : from));
  }

  addBreak(at: number, indent: string): void {
    if (this.#tail !== "" && !this.#tail.endsWith("\n")) this.add(`\n${indent}`, at);
  }

  /** Begins a line, below an empty one if it stands apart. */
  startLine(isApart: boolean, at: number): void {
    if (this.#tail === "") return;
    const wanted = isApart ? "\n\n" : "\n";
    if (!this.#tail.endsWith(wanted)) this.add(this.#tail.endsWith("\n") ? "\n" : wanted, at);
  }

  /** A link's address behind its words, where they don't say it. */
  addAddress(href: string, words: string): void {
    const bare = href.replace(/^(?:mailto|tel):/i, "");
    if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(href) || words.includes(bare)) return;
    const isWide = /[\u2e80-\u9fff\uac00-\ud7ff]/.test(words);
    this.add(words.trim() === "" ? bare : isWide ? `（${bare}）` : ` (${bare})`, this.lastOffset);
  }

  end(): MappedText {
    return { text: this.#parts.join(""), offsets: Uint32Array.from(this.#offsets) };
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#tail = (this.#tail + text).slice(-2);
  }
}
