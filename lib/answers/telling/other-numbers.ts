import { numeralClass, parseNumeral } from "@/lib/language/values/parse-numeral";
import { fold, foldWithOffsets } from "@/lib/language/words/fold";
import { keepLast } from "@/lib/language/words/keep-last";

/**
 * The sizes, models, grades and the like that a question names by a number, as the visitor wrote them, where what is
 * said to it has only others of the kind: 「10 吋」 beside 「6 吋 480 元，8 吋 650 元」, 「iPhone 15」 beside 「iPhone 13：3,400 元」.
 * Where that has a limit (「滿」, 「以上」, 「3 到 6 期」), any may be meant.
 */
export function otherNumbers(question: string, said: string): string[] {
  const asked = askedIn(question);
  if (asked.length === 0) return [];
  const { offsets } = foldWithOffsets(question.slice(0, longestQuestion));
  const known = readNumbered(fold(said.slice(0, longestSaid).replace(listMark, "; ")));
  return asked
    .filter((one) => !one.isOpen && isOther(one, known))
    .map(({ start, end }) => question.slice(offsets[start], offsets[end]).trim());
}

const askedIn = keepLast((question): readonly Numbered[] => {
  const { text } = foldWithOffsets(question.slice(0, longestQuestion));
  return [...readNumbered(text), ...readBare(text)];
});

/** No dash of a range, and no comma within a number. */
const listMark = /\n[ \t]{0,8}[-–—*•・] ?|，/gu;
/** UTF-16 units. */
const longestQuestion = 400;
const longestSaid = 4_000;

type Numbered = {
  /** What it is a number of; values of one kind can be compared. */
  kind: string;
  value: number;
  /** As it is written, whatever the unit. */
  raw: number;
  start: number;
  end: number;
  /** Whether it is one end of more. */
  isOpen: boolean;
};

function isOther({ kind, value, raw }: Numbered, known: readonly Numbered[]): boolean {
  if (kind === "") return known.length > 0 && known.every((one) => !one.isOpen && one.raw !== raw);
  const alike = known.filter((one) => one.kind === kind);
  // 「16g」 is said of memory as well.
  const same = alike.length > 0 || kind !== "g" ? alike : known.filter((one) => one.kind === "gb");
  const compared = same === alike ? value : raw;
  return (
    same.length > 0 &&
    same.every((one) => !one.isOpen && Math.abs(one.value - compared) > Math.abs(compared) * alikeShare)
  );
}

/** Half a catty is 300 grams, and 1024 GB a TB. */
const alikeShare = 0.03;

function readNumbered(folded: string): Numbered[] {
  return forms.flatMap(({ pattern, read }) =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const { numbers = "", name = "" } = match.groups ?? {};
      const kind = read(name);
      if (!kind) return [];
      const start = match.index;
      const end = start + match[0].length;
      const isOpen =
        limitsBefore.test(folded.slice(Math.max(0, start - around), start)) ||
        limitsAfter.test(folded.slice(end, end + around)) ||
        ranges.test(numbers);
      return numbers.split(separators).flatMap((written) => {
        const raw = fewOf.get(written) ?? parseNumeral(written.trim());
        return raw === null ? [] : [{ kind: kind.name, value: raw * kind.scale, raw, start, end, isOpen }];
      });
    }),
  );
}

/** A number alone that stands for a size or a model: 「600 的呢」. */
function readBare(folded: string): Numbered[] {
  const match = bare.exec(folded);
  const written = match?.groups?.number;
  if (!match || written === undefined) return [];
  const start = match.index + match[0].indexOf(written);
  const raw = Number(written);
  return [{ kind: "", value: raw, raw, start, end: start + written.length, isOpen: false }];
}

const bare = new RegExp(
  `^(?:${fold("那|請問|有")}|\\s){0,3}(?<number>\\d{1,4})\\s?(?:${fold("的|呢|多少|有嗎|嗎|怎麼賣")})`,
  "u",
);

const [half, single, double] = ["半", "單", "雙"].map(fold) as [string, string, string];
const fewOf = new Map([
  [half, 0.5],
  [single, 1],
  [double, 2],
]);
/** 「單人房」 is one for one; a 「單價」 is none. */
const number = `(?:\\d{1,3},\\d{3}|\\d{1,6}(?:\\.\\d{1,2})?|${numeralClass}{1,4}|${half}|[${single}${double}](?=${fold("人")}))`;
/** 「3、6、12 期」. */
const several = `(?<numbers>${number}(?:\\s?[、/,，~～–—\\-${fold("和或及與到至")}]\\s?${number}){0,6})`;
const separators = /\s?[、/,，~～–—\-和或及与到至]\s?(?!\d{3}(?!\d))/u;
const ranges = /[~～–—\-到至]/u;
/** UTF-16 units beside a number that tell whether it is a limit. */
const around = 4;
const limitsBefore = new RegExp(
  `(?:[${fold("滿每至到逾達超未不約近首續加")}]|(?<=[\\d\\p{L}])\\s?[~～–—-]|${fold("最多|最少|至多|上限")})\\s?$`,
  "u",
);
const limitsAfter = new RegExp(
  `^\\s?(?:[${fold("內起到至上下")}~～–—+-]|${fold("以上|以下|以內|之內|多(?!少)|左右|為限")}|(?:and |or )(?:up|more|over))`,
  "u",
);

const units = new Map(
  Object.entries({
    "公克 克 g": ["g", 1],
    "台斤 斤": ["g", 600],
    兩: ["g", 37.5],
    "毫升 cc ml": ["ml", 1],
    "公升 l": ["ml", 1_000],
    "吋 英吋 寸 inch inches": ["inch", 1],
    "gb mb": ["gb", 1],
    tb: ["gb", 1_000],
    期: ["期", 1],
    價: ["價", 1],
    代: ["代", 1],
    人份: ["人份", 1],
    "人房 人帳 人座 人桌 人辦公室 人包廂 人會議室 人套餐 人鍋": ["人", 1],
    入: ["入", 1],
    坪: ["坪", 1],
    噸: ["噸", 1],
    年級: ["年級", 1],
  } satisfies Record<string, [name: string, scale: number]>).flatMap(([names, [name, scale]]) =>
    names.split(" ").map((one) => [fold(one), { name, scale }] as const),
  ),
);
const anyUnit = [...units.keys()].sort((a, b) => b.length - a.length).join("|");
const names =
  "nt usd twd at in for by to over under than of is on or and no page step from about only max min up below above after before until till day days am pm id tel ext fax phone the an have need want buy with".split(
    " ",
  );

const forms = [
  {
    pattern: new RegExp(
      `(?<!${fold("第")}|\\d|\\d[.,])${several}\\s?(?<name>${anyUnit})(?![a-z${fold("格錢位場住口")}])`,
      "gu",
    ),
    read: (name: string) => units.get(name),
  },
  {
    pattern: new RegExp(
      `(?<![a-z\\d])(?<name>[a-z]{1,12})[ -]?(?<numbers>\\d{1,4}(?:\\s?[、/]\\s?\\d{1,4}){0,6})(?![\\d%a-z]|[.,]\\d|\\s?(?:${anyUnit}))`,
      "gu",
    ),
    read: (name: string) => (names.includes(name) ? undefined : { name: `name ${name}`, scale: 1 }),
  },
  {
    pattern: new RegExp(`${fold("第")}(?<numbers>${number})(?<name>[${fold("胎劑針期級代件")}])`, "gu"),
    read: (name: string) => ({ name: `第${name}`, scale: 1 }),
  },
  {
    pattern: new RegExp(
      `(?<![${fold("最多加擴放")}])(?<name>[${fold("國高小")}])(?<numbers>[${fold("一二三四五六")}])(?![${fold("個公天月元度人次分點張種支件款倍折成十百千")}])`,
      "gu",
    ),
    read: (name: string) => ({ name: `${name}年`, scale: 1 }),
  },
];
