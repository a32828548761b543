/** How many of something each subject has open now. */
export class OpenCounter {
  readonly #ceiling: number;
  readonly #open = new Map<string, number>();

  constructor(ceiling: number) {
    this.#ceiling = ceiling;
  }

  /** Counts one more; false, and nothing counted, at the ceiling. */
  open(subject: string): boolean {
    const now = this.#open.get(subject) ?? 0;
    if (now >= this.#ceiling) return false;
    this.#open.set(subject, now + 1);
    return true;
  }

  close(subject: string): void {
    const now = this.#open.get(subject) ?? 0;
    if (now > 1) this.#open.set(subject, now - 1);
    else this.#open.delete(subject);
  }
}
