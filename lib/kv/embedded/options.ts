import { syntaxError } from "./reply-error";

/** The optional words of a command, read one after the other. */
export class Options {
  readonly #words: readonly string[];
  #position = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  get isDone(): boolean {
    return this.#position >= this.#words.length;
  }

  /** Takes the next word when it is one of `names` (in capitals), and says which. */
  take<Name extends string>(...names: Name[]): Name | undefined {
    const word = this.#words[this.#position]?.toUpperCase();
    const name = names.find((candidate) => candidate === word);
    if (name !== undefined) this.#position++;
    return name;
  }

  /** The next word, whatever it is. Throws a syntax error when there is none. */
  value(): string {
    const word = this.#words[this.#position];
    if (word === undefined) throw syntaxError();
    this.#position++;
    return word;
  }

  /** All words that are left. */
  rest(): string[] {
    const words = this.#words.slice(this.#position);
    this.#position = this.#words.length;
    return words;
  }

  /** Throws a syntax error unless every word was taken. */
  end(): void {
    if (!this.isDone) throw syntaxError();
  }
}
