import { readValues } from "@/lib/language/values/read-values";
import { fold } from "@/lib/language/words/fold";
import { type Claim, limitOf } from "./read-claims";

/**
 * Whether what is said leaves out on what condition a sentence, item or row says it: 「免運」 of 「滿千免運」, 「打九折」 of
 * 「出示學生證打九折」. A condition stands in the clause that is said, alone in the one before it, or behind 「但」 and the like in
 * the one after it.
 * @param told what is said and asked, folded: there it may stand too
 */
export function omitsCondition(said: readonly Claim[], claims: readonly Claim[], told: string): boolean {
  const saidKeys = new Set(said.flatMap(({ values }) => values.flatMap(({ keys }) => keys)));
  const isTouched = claims.map((claim) => touches(claim, saidKeys, said));
  const conditions = claims.filter((claim, at) => {
    if (isTouched[at]) return true;
    if (isTouched[at + 1] && isOnlyCondition(claim)) return true;
    return isTouched[at - 1] && restricts.test(claim.folded);
  });
  if (conditions.length === 0) return false;
  let keys: Set<string> | undefined;
  const isTold = (key: string) => {
    keys ??= new Set(
      readValues(told.slice(0, longestTold)).flatMap((value) => [...value.keys, ...value.implied]),
    );
    return saidKeys.has(key) || keys.has(key);
  };
  return conditions.some(
    (claim) =>
      boundsOf(claim).some((value) => !value.keys.some(isTold)) ||
      demandsOf(claim.folded).some((named) => !isNamed(named, told)) ||
      (isOnlyCondition(claim) && claim.runs.length > 0 && !claim.runs.some((run) => isNamed(run, told))),
  );
}

/** UTF-16 units. */
const longestTold = 2_000;

/** Whether a clause of a document tells what is said: one of its values, a word, or enough of what it names. */
function touches(
  { values, runs, words, isFree }: Claim,
  saidKeys: ReadonlySet<string>,
  said: readonly Claim[],
): boolean {
  if (values.some(({ keys }) => keys.some((key) => saidKeys.has(key)))) return true;
  if (words.some((word) => said.some((one) => one.words.includes(word)))) return true;
  if (isFree && said.some((one) => one.isFree)) return true;
  const told = said.map((one) => one.folded).join("\n");
  const shared = runs.flatMap(pairsOf).filter((pair) => told.includes(pair)).length;
  return shared > 0 && (shared + 1) * leastShare >= runs.join("").length;
}

/** A third of what a clause names. */
const leastShare = 3;

/** The values that bound when a clause holds, as 「滿」 and 「以內」 do. */
export function boundsOf(claim: Claim): Claim["values"] {
  return claim.values.filter((value) => {
    const isBefore = /(?:前|事前)$/u.test(claim.folded.slice(Math.max(0, value.start - 2), value.start));
    return isBefore || conditional.has(limitOf(claim, value));
  });
}

const conditional: ReadonlySet<string> = new Set(["within", "before", "under", "least"]);

/** What must be so, as it is named: 「學生證」 of 「出示學生證」. */
function demandsOf(folded: string): string[] {
  return [...folded.matchAll(demand), ...folded.matchAll(occasion)]
    .map(({ groups }) => groups?.named ?? "")
    .filter((named) => named.length > 1);
}

const demand = new RegExp(
  `(?:${fold("出示|憑|持有|僅限|只限|必須|須|限|未拆封|除了|不含")}|(?=${fold("滿")}[${fold("千百萬")}]|${fold("前")}[一二三四五六七八九十]))(?<named>[\\p{Script=Han}]{1,3})`,
  "gu",
);

/** 「颱風停課時」, 「持卡者」 */
const occasion = new RegExp(
  `(?<named>[\\p{Script=Han}]{2,6})(?:(?<!${fold("小")})${fold("時")}(?![${fold("間段候程數")}])|(?<!${fold("或")})${fold("者")}|${fold("的話")})`,
  "gu",
);
/** 「中午前到店」 */
const deadline = new RegExp(
  `[\\p{Script=Han}]{2}[${fold("前後")}](?![${fold("往來述方面者")}])|${fold("前")}[一二三四五六七八九十\\d]`,
  "u",
);

/** 「滿三千」 before 「運費半價」: it has nothing to tell but on what condition. */
function isOnlyCondition(claim: Claim): boolean {
  const { isFree, isNegated, values, runs, folded } = claim;
  const isShort = runs.join("").length <= longestCondition && values.length <= 1;
  const isConditional = boundsOf(claim).length + demandsOf(folded).length > 0 || deadline.test(folded);
  return isShort && !isFree && !isNegated && isConditional;
}

const longestCondition = 10;
const restricts = new RegExp(
  `^\\s*(?:${fold("但|惟|限|僅|只限|須|需|必須|不含|除")}|but\\b|only\\b|except\\b|unless\\b)`,
  "u",
);

function isNamed(demand: string, told: string): boolean {
  return pairsOf(demand).some((pair) => told.includes(pair));
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return [];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
