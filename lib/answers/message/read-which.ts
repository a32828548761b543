/**
 * The two questions whose answers tell which of two things has more of something: 「紅玉多少錢」 and 「東方美人多少錢」 for
 * 「紅玉和東方美人哪個貴」. Null for every other question, also where nothing says what is compared (「哪個好」).
 */
export function readWhich(question: string): [string, string] | null {
  if (question.length > longest) return null;
  const { first, second, of = "", grade = "" } = which.exec(question.trim())?.groups ?? {};
  if (!first || !second) return null;
  const asked = of || asksOf.find(({ grades }) => grades.includes(grade))?.asks;
  return asked === undefined ? null : [`${first}${asked}`, `${second}${asked}`];
}

/** UTF-16 units. */
const longest = 60;

const thing = "[\\p{Script=Han}A-Za-z0-9 ]{1,12}?";
const grades = "貴|贵|便宜|划算|高|低|多|少|久|重|輕|轻";
const which = new RegExp(
  `^(?:請問|请问|想問|想问)?(?<first>${thing})(?:跟|和|與|与|還是|还是|或|、)(?<second>${thing})(?:的)?(?:,|，| )?(?:(?:比起來|比起来|相比)?(?:哪一?[個个款種种間间支家盒包]|誰|谁|哪))(?:的)?(?<of>(?!比[較较])\\p{Script=Han}{2,6}?)?(?:比較|比较|會|会|更|較|较)?(?<grade>${grades})(?:一點|一点)?[呢啊]?[?？。!！\\s]{0,4}$`,
  "u",
);
const asksOf = [
  { grades: ["貴", "贵", "便宜", "划算"], asks: "多少錢" },
  { grades: ["重", "輕", "轻"], asks: "多重" },
  { grades: ["久"], asks: "多久" },
];
