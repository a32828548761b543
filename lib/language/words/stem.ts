/**
 * The stem of a lower-case English word.
 * Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980) 130–137.
 */
export function stem(word: string): string {
  if (word.length < 3 || word.length > LONGEST_WORD || !/^[a-z]+$/.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const form = STEPS.reduce((shorter, step) => step(shorter), word);
  if (stems.size >= STEMS_KEPT) stems.clear();
  stems.set(word, form);
  return form;
}

const STEPS = [pluralsAndParticiples, longSuffixes, middleSuffixes, lastSuffixes, tidyEnd];

/** A text repeats its words, and the rules are slow. */
const stems = new Map<string, string>();
const STEMS_KEPT = 20_000;
const LONGEST_WORD = 60;

const CONSONANT = "[^aeiou]";
const VOWEL = "[aeiouy]";
const CONSONANTS = `${CONSONANT}[^aeiouy]*`;
const VOWELS = `${VOWEL}[aeiou]*`;
const hasMeasure = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}`);
const hasMeasureOne = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}(?:${VOWELS})?$`);
const hasMeasureOverOne = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`);
const hasVowel = new RegExp(`^(?:${CONSONANTS})?${VOWEL}`);
const endsShort = new RegExp(`^${CONSONANTS}${VOWEL}[^aeiouwxy]$`);

function pluralsAndParticiples(word: string): string {
  let form = word.replace(/(ss|i)es$/, "$1").replace(/([^s])s$/, "$1");
  if (form.endsWith("eed")) {
    if (hasMeasure.test(form.slice(0, -3))) form = form.slice(0, -1);
  } else {
    const base = form.replace(/(?:ed|ing)$/, "");
    if (base !== form && hasVowel.test(base)) {
      if (/(?:at|bl|iz)$/.test(base)) form = `${base}e`;
      else if (/([^aeiouylsz])\1$/.test(base)) form = base.slice(0, -1);
      else form = endsShort.test(base) ? `${base}e` : base;
    }
  }
  return form.endsWith("y") && hasVowel.test(form.slice(0, -1)) ? `${form.slice(0, -1)}i` : form;
}

const LONG: Record<string, string> = {
  ational: "ate",
  tional: "tion",
  enci: "ence",
  anci: "ance",
  izer: "ize",
  bli: "ble",
  alli: "al",
  entli: "ent",
  eli: "e",
  ousli: "ous",
  ization: "ize",
  ation: "ate",
  ator: "ate",
  alism: "al",
  iveness: "ive",
  fulness: "ful",
  ousness: "ous",
  aliti: "al",
  iviti: "ive",
  biliti: "ble",
  logi: "log",
};

const MIDDLE: Record<string, string> = {
  icate: "ic",
  ative: "",
  alize: "al",
  iciti: "ic",
  ical: "ic",
  ful: "",
  ness: "",
};

const longSuffix = suffixPattern(LONG);
const middleSuffix = suffixPattern(MIDDLE);
const lastSuffix =
  /(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize|(?<=[st])ion)$/;

function longSuffixes(word: string): string {
  return replaceSuffix(word, longSuffix, LONG);
}

function middleSuffixes(word: string): string {
  return replaceSuffix(word, middleSuffix, MIDDLE);
}

function lastSuffixes(word: string): string {
  const base = word.replace(lastSuffix, "");
  return base !== word && hasMeasureOverOne.test(base) ? base : word;
}

function tidyEnd(word: string): string {
  let form = word;
  if (form.endsWith("e")) {
    const base = form.slice(0, -1);
    if (hasMeasureOverOne.test(base) || (hasMeasureOne.test(base) && !endsShort.test(base))) form = base;
  }
  return form.endsWith("ll") && hasMeasureOverOne.test(form) ? form.slice(0, -1) : form;
}

function suffixPattern(suffixes: Record<string, string>): RegExp {
  const longestFirst = Object.keys(suffixes).sort((a, b) => b.length - a.length);
  return new RegExp(`(?:${longestFirst.join("|")})$`);
}

function replaceSuffix(word: string, pattern: RegExp, suffixes: Record<string, string>): string {
  const suffix = pattern.exec(word)?.[0];
  if (suffix === undefined) return word;
  const base = word.slice(0, -suffix.length);
  return hasMeasure.test(base) ? base + (suffixes[suffix] ?? "") : word;
}
