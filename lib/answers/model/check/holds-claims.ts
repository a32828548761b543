import { omitsCondition } from "./omits-condition";
import { type Claim, limitOf, saysNothing } from "./read-claims";

/** A sentence, list item or row of a passage, as a chat says it. */
export type Unit = {
  claims: readonly Claim[];
  /** What stands above it, folded: title, headings, the question or the line that it is told under. */
  above: string;
  /** The values in that. */
  aboveKeys: ReadonlySet<string>;
};

export type Holding = {
  isHeld: boolean;
  /** Folded: what it names that no unit has. */
  foreign: readonly string[];
};

/**
 * Whether a sentence's claims say what these units say: every value stands in a clause with what it is a value of,
 * every thing that is named stands there, what is denied is denied there. A short clause without a value is read with
 * the next one; claims of several units must say what those are about. What isn't held may still be true; what is held
 * isn't made up of two facts.
 * @param told what needs no saying, folded: the sentence and the question
 * @param isAllowed tells of a value that no unit has whether it follows from others
 */
export function holdsClaims(
  claims: readonly Claim[],
  units: readonly Unit[],
  told: string,
  isAllowed: (claim: Claim, at: number) => boolean,
): Holding {
  const said = joinTopics(claims.filter((claim) => !saysNothing(claim)));
  const isReadable = said.length > 0 && said.length <= mostClaims && said.every(isShort);
  if (!isReadable) return { isHeld: false, foreign: [] };
  const omits = keepOf((unit) => omitsCondition(said, unit.claims, told));
  const isWhole = (unit: Unit) => !omits(unit);
  const isHeldAlone =
    said.length > 1 &&
    units.some(
      (unit) =>
        said.every((claim) => !holdClaim(claim, [unit], isAllowed, null, () => true)) && isWhole(unit),
    );
  if (isHeldAlone) return { isHeld: true, foreign: [] };
  const foreign: string[] = [];
  let failed = 0;
  for (const claim of said) {
    const missing = holdClaim(claim, units, isAllowed, told, isWhole);
    if (missing === null) continue;
    foreign.push(...missing);
    if (++failed === mostFailed) break;
  }
  return { isHeld: failed === 0, foreign };
}

function keepOf(work: (unit: Unit) => boolean): (unit: Unit) => boolean {
  const kept = new Map<Unit, boolean>();
  return (unit) => {
    const known = kept.get(unit) ?? work(unit);
    kept.set(unit, known);
    return known;
  };
}

/** More in one sentence are none that anybody reads. */
const mostClaims = 24;
/** Characters of what a clause names, and its words: each is looked for in every unit. */
const longestClaim = 80;
/** After these a sentence is in doubt, whatever else it says. */
const mostFailed = 2;

function isShort({ runs, words }: Claim): boolean {
  return words.length + runs.reduce((length, run) => length + run.length, 0) <= longestClaim;
}

/** Null when it is held; else what it names that the nearest unit lacks. */
function holdClaim(
  claim: Claim,
  units: readonly Unit[],
  isAllowed: (claim: Claim, at: number) => boolean,
  told: string | null,
  isWhole: (unit: Unit) => boolean,
): string[] | null {
  let least: string[] | null = null;
  for (const unit of units) {
    for (const among of claim.values.length > 0 ? withValues(claim, unit, isAllowed) : alone(unit)) {
      const missing = missingOf(claim, among, unit.above);
      const isSame =
        among.some(({ isNegated }) => isNegated === claim.isNegated) &&
        among.some(({ isFree }) => isFree === claim.isFree);
      if (missing.length === 0 && isSame && (told === null || isTold(among, told)) && isWhole(unit))
        return null;
      if (least === null || missing.length < least.length) least = missing;
    }
  }
  return least ?? [...claim.runs];
}

/** Whether it is told what the clauses are about: what they begin with, or most of what they name. */
function isTold(among: readonly Claim[], told: string): boolean {
  const runs = among.flatMap((claim) => claim.runs);
  const met = runs.flatMap((run) => metCharacters(run, (text) => told.includes(text)));
  const share = met.filter(Boolean).length / met.length;
  const isBegun = met.slice(0, 2).every(Boolean);
  return met.length === 0 || share > 1 / 2 || (isBegun && share > 1 / 4);
}

/** The clauses with the claim's values, and with them those of the unit that have none. */
function withValues(
  claim: Claim,
  { claims, aboveKeys }: Unit,
  isAllowed: (claim: Claim, at: number) => boolean,
): Claim[][] {
  const held = new Set<Claim>();
  for (const [at, value] of claim.values.entries()) {
    const keys = new Set(value.keys);
    const limit = limitOf(claim, value);
    const holders = claims.filter((one) =>
      one.values.some(
        (other) =>
          [...other.keys, ...other.implied].some((key) => keys.has(key)) &&
          (limit === "" || limitOf(one, other) === limit),
      ),
    );
    for (const holder of holders) held.add(holder);
    const isAbove = limit === "" && value.keys.some((key) => aboveKeys.has(key));
    if (holders.length === 0 && !isAbove && !isAllowed(claim, at)) return [];
  }
  const plain = claims.filter(({ values }) => values.length === 0);
  return held.size > 0 ? [[...held], [...held, ...plain]] : [[...claims]];
}

/** Each clause by itself, and together where nothing in them could be changed for another. */
function alone({ claims }: Unit): Claim[][] {
  const [first] = claims;
  const isPlain = claims.every(
    ({ values, isNegated, isFree }) =>
      values.length === 0 && isNegated === first?.isNegated && isFree === first.isFree,
  );
  const each = claims.map((claim) => [claim]);
  return isPlain && claims.length > 1 ? [...each, [...claims]] : each;
}

function missingOf({ runs, words, values }: Claim, among: readonly Claim[], above: string): string[] {
  const said = among.map(({ folded }) => folded).join("\n");
  const known = new Set(among.flatMap((one) => one.words));
  const stands = (text: string) => said.includes(text) || above.includes(text);
  const missing = words.filter((word) => !known.has(word) && !above.includes(word));
  let isSaid = values.length > 0 || words.some((word) => known.has(word)) || among.every(saysOnlyWhether);
  for (const run of runs) {
    let open = "";
    const met = metCharacters(run, stands);
    for (const [at, character] of [...run].entries()) {
      if (!met[at]) open += character;
      if (open !== "" && (met[at] || at === met.length - 1)) {
        // One character that stands there joins words, or is left of a longer one.
        if (open.length > 1 || !stands(open)) missing.push(open);
        open = "";
      }
    }
    isSaid ||= metCharacters(run, (text) => said.includes(text)).includes(true);
  }
  return isSaid ? missing : [...missing, ...runs];
}

/** 「可以」, 「不行」: it answers what stands above. */
function saysOnlyWhether({ runs, words, values }: Claim): boolean {
  return runs.length + words.length + values.length === 0;
}

/** Of each character whether a pair that it belongs to stands somewhere; of one alone, whether it does. */
function metCharacters(run: string, stands: (text: string) => boolean): boolean[] {
  const characters = [...run];
  return characters.map(
    (character, at) =>
      (characters.length === 1 && stands(character)) ||
      (at > 0 && stands(`${characters[at - 1]}${character}`)) ||
      (at < characters.length - 1 && stands(`${character}${characters[at + 1]}`)),
  );
}

/** 「離島的話，運費 100 元」: what is short and has no value tells what the next clause is about. */
function joinTopics(claims: readonly Claim[]): Claim[] {
  const joined: Claim[] = [];
  let topic: Claim | null = null;
  for (const claim of claims) {
    const length = claim.runs.join("").length + claim.words.length;
    const both: Claim = topic ? merge(topic, claim) : claim;
    const isTopic = claim.values.length === 0 && length <= longestTopic && !claim.isNegated && !claim.isFree;
    topic = isTopic && !topic ? claim : null;
    if (!topic) joined.push(both);
  }
  if (topic) joined.push(topic);
  return joined;
}

const longestTopic = 4;

function merge(topic: Claim, claim: Claim): Claim {
  return { ...claim, runs: [...topic.runs, ...claim.runs], words: [...topic.words, ...claim.words] };
}
