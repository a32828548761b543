import { fold, foldWithOffsets } from "@/lib/language/words/fold";

/**
 * What a question asks leave for, where what is said speaks of others of its kind only, and no document found of it or
 * of all of the kind: 「貓」 beside 「小型犬放在提籃裡可以進店」, 「刷卡」 beside 「現金、轉帳」. As the visitor wrote it.
 * @param said what is quoted
 * @param known what the passages found say, folded
 */
export function otherMembers(question: string, said: string, known: readonly string[]): string[] {
  const { text, offsets } = foldWithOffsets(question.slice(0, longestQuestion));
  if (!asksWhether.test(text)) return [];
  const quoted = fold(said.slice(0, longestSaid));
  return kinds.flatMap(({ all, members }) => {
    if (all?.test(quoted)) return [];
    const asked = members.flatMap((member) => {
      const match = member.exec(text);
      return match ? [{ member, start: match.index, end: match.index + match[0].length }] : [];
    });
    const [one, more] = asked;
    if (!one || more || known.some((each) => one.member.test(each))) return [];
    const hasOthers = members.some((member) => member !== one.member && member.test(quoted));
    return hasOthers ? [question.slice(offsets[one.start], offsets[one.end]).trim()] : [];
  });
}

/** UTF-16 units. */
const longestQuestion = 400;
const longestSaid = 4_000;
const asksWhether = new RegExp(
  `[${fold("嗎嘛")}]|${fold("可不可以|能不能|可否|有沒有|收不收|行不行")}|^(?:can|may|could|do|does|is|are) `,
  "u",
);

/** Of kinds, what includes them all, and their members, each with its names. */
const kinds = [
  {
    all: "寵物|毛小孩|毛孩|動物|\\bpets?\\b|\\banimals?\\b",
    members: [
      "(?<!熊)貓(?!熊)|\\bcats?\\b|\\bkittens?\\b",
      "狗|犬|\\bdogs?\\b|\\bpupp(?:y|ies)\\b",
      "兔子|兔兔|\\brabbits?\\b",
      "鸚鵡|小鳥|\\bparrots?\\b",
      "倉鼠|天竺鼠|\\bhamsters?\\b",
    ],
  },
  {
    all: "各種付款|不限付款|任何付款",
    members: [
      "刷卡|信用卡|\\bcredit cards?\\b|\\bvisa\\b",
      "現金|付現|\\bcash\\b",
      "轉帳|匯款|\\batm\\b|\\bbank transfer\\b",
      "貨到付款|\\bcash on delivery\\b",
    ],
  },
  {
    all: "各種車|任何車",
    members: [
      "機車|摩托車|重機|\\bmotor(?:cycle|bike)s?\\b|\\bscooters?\\b",
      "汽車|轎車|\\bcars?\\b",
      "腳踏車|自行車|單車|\\bbicycles?\\b",
    ],
  },
].map(({ all, members }) => ({
  all: new RegExp(fold(all), "u"),
  members: members.map((names) => new RegExp(fold(names), "u")),
}));
