/**
 * What each term of a question adds to the scores of a few candidate passages: to the passage as a whole, and
 * to its units. Summed as it is written, then anew for those candidates whose terms are weighed anew. Kept between
 * searches for its room alone.
 */
export class ContributionLog {
  /** The sums: one number a candidate, and one a unit, those of a candidate from its `firstUnits` on. */
  bodies = new Float32Array(0);
  units = new Float32Array(0);
  firstUnits = new Uint32Array(1);
  /** How many entries a candidate has; those of one stand together, with room for `#room`. */
  #lengths = new Uint32Array(0);
  #room = 128;
  #terms = new Uint16Array(0);
  /** Which unit is added to; {@link wholePassage} for the passage itself. */
  #targets = new Uint16Array(0);
  #values = new Float32Array(0);

  /** Forgets what was logged, and makes room for candidates with so many units. */
  begin(unitCounts: readonly number[]): void {
    const candidates = unitCounts.length;
    if (this.firstUnits.length <= candidates) this.firstUnits = new Uint32Array(candidates + 1);
    let units = 0;
    for (let candidate = 0; candidate < candidates; candidate++) {
      this.firstUnits[candidate] = units;
      units += unitCounts[candidate] ?? 0;
    }
    this.firstUnits[candidates] = units;
    this.bodies = zeroed(this.bodies, candidates);
    this.units = zeroed(this.units, units);
    if (this.#lengths.length < candidates) {
      this.#lengths = new Uint32Array(candidates);
      this.#allocate();
    } else this.#lengths.fill(0);
  }

  addToPassage(term: number, candidate: number, value: number): void {
    this.#push(term, candidate, wholePassage, value);
    this.bodies[candidate] = (this.bodies[candidate] ?? 0) + Math.fround(value);
  }

  addToUnit(term: number, candidate: number, unit: number, value: number): void {
    this.#push(term, candidate, unit, value);
    const at = (this.firstUnits[candidate] ?? 0) + unit;
    this.units[at] = (this.units[at] ?? 0) + Math.fround(value);
  }

  /** For each term, in how many of the chosen candidates it stands. */
  countHolders(chosen: readonly number[], termCount: number): Uint32Array {
    const holders = new Uint32Array(termCount);
    const [terms, targets] = [this.#terms, this.#targets];
    for (const candidate of chosen) {
      const first = candidate * this.#room;
      const end = first + (this.#lengths[candidate] ?? 0);
      for (let at = first; at < end; at++) {
        if (targets[at] !== wholePassage) continue;
        const term = terms[at] ?? 0;
        holders[term] = (holders[term] ?? 0) + 1;
      }
    }
    return holders;
  }

  /** Sums for one candidate anew; each term's contributions times its factor. */
  weighAnew(candidate: number, factors: Float32Array): void {
    const { units, firstUnits } = this;
    const [terms, targets, values] = [this.#terms, this.#targets, this.#values];
    const base = firstUnits[candidate] ?? 0;
    units.fill(0, base, firstUnits[candidate + 1]);
    const body = new Float32Array(1);
    const first = candidate * this.#room;
    const end = first + (this.#lengths[candidate] ?? 0);
    for (let at = first; at < end; at++) {
      const target = targets[at] ?? 0;
      const value = (factors[terms[at] ?? 0] ?? 0) * (values[at] ?? 0);
      if (target === wholePassage) body[0] = (body[0] ?? 0) + value;
      else units[base + target] = (units[base + target] ?? 0) + value;
    }
    this.bodies[candidate] = body[0] ?? 0;
  }

  #push(term: number, candidate: number, target: number, value: number): void {
    const length = this.#lengths[candidate] ?? 0;
    if (length === this.#room) this.#grow();
    const at = candidate * this.#room + length;
    this.#terms[at] = term;
    this.#targets[at] = target;
    this.#values[at] = value;
    this.#lengths[candidate] = length + 1;
  }

  #allocate(): void {
    const size = this.#lengths.length * this.#room;
    this.#terms = new Uint16Array(size);
    this.#targets = new Uint16Array(size);
    this.#values = new Float32Array(size);
  }

  #grow(): void {
    const [room, terms, targets, values] = [this.#room, this.#terms, this.#targets, this.#values];
    this.#room *= 2;
    this.#allocate();
    for (let candidate = 0; candidate < this.#lengths.length; candidate++) {
      const [from, end, to] = [candidate * room, (candidate + 1) * room, candidate * this.#room];
      this.#terms.set(terms.subarray(from, end), to);
      this.#targets.set(targets.subarray(from, end), to);
      this.#values.set(values.subarray(from, end), to);
    }
  }
}

const wholePassage = 0xffff;

function zeroed(room: Float32Array<ArrayBuffer>, length: number): Float32Array<ArrayBuffer> {
  if (room.length < length) return new Float32Array(length);
  room.fill(0, 0, length);
  return room;
}
