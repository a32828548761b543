import { wordings } from "@/lib/knowledge/query/reword-question";
import { fold } from "@/lib/language/words/fold";
import { forEachTerm } from "@/lib/language/words/tokens";

/**
 * Whether what a question asks the price of, or whether it is had at all, ends with what no document has by any name:
 * 「結紮多少錢」, 「有加大單車嗎」; or puts a character that stands nowhere before a name: 「鴨肉盤」 beside 「肉盤」. What else is
 * said of prices is then no answer.
 * @param things what stands nowhere, folded
 * @param names of sections and lines, folded
 * @param known of what was looked for, whether the documents have it
 */
export function lacksAsked(
  folded: string,
  things: readonly string[],
  known: ReadonlyMap<number, boolean>,
  names: readonly string[] = [],
): boolean {
  const thing = frames.map((frame) => frame.exec(folded)?.groups?.thing).find(Boolean);
  if (!thing || isPlainly.test(thing) || isAmount.test(thing)) return false;
  const isOtherKind = known.get(thing.charCodeAt(0)) === false && names.includes(thing.slice(1));
  const ending = things.find((one) => thing.endsWith(one)) ?? (isOtherKind ? thing : undefined);
  return ending !== undefined && ![thing, ending].some((word) => isCalledElse(word, known));
}

/**
 * The Latin word that a question asks for and nothing else, where no document has it: 「app」 of 「有手機 app 嗎」, which
 * beside other words says little. "" for others.
 */
export function latinAsked(folded: string, known: ReadonlyMap<number, boolean>): string {
  const word = hasLatin.exec(folded)?.groups?.word ?? "";
  if (word === "" || isCalledElse(word, known)) return "";
  const looked: (boolean | undefined)[] = [];
  forEachTerm(word, (term) => looked.push(known.get(term)));
  return looked[0] === false ? word : "";
}

/** Whether the documents have a thing by a wording that others use for it. */
function isCalledElse(word: string, known: ReadonlyMap<number, boolean>): boolean {
  return [...wordings.othersOf(word)].some((other) => {
    let isHeld = true;
    forEachTerm(other, (term) => {
      if (term > 0xffff) isHeld &&= known.get(term) === true;
    });
    return isHeld;
  });
}

const opening = `^(?:${fold("請問一下|請問|想請問|想問|你們|那|店裡|這邊")}){0,3}`;
const ending = `(?:${fold("呢|啊|阿|嗎|嘛|謝謝")}|[?？!！。~～\\s]){0,6}$`;
const frames = [
  `${opening}(?<thing>\\p{Script=Han}{2,8}?)(?:${fold("一次|一個|一隻|一台|一份|大概|通常|要|是|的")}){0,2}(?:${fold("多少錢|多少|怎麼賣|怎麼收費|怎麼算|價格|價錢|費用|收費")})${ending}`,
  `${opening}(?:${fold("有沒有|有")})(?:${fold("賣|提供|在賣|在做|做|教")})?(?<thing>\\p{Script=Han}{2,8}?)(?:${fold("嗎|嘛")})${ending}`,
].map((form) => new RegExp(form, "u"));
/** What every place has, and asks for no thing. */
const isPlainly = new RegExp(
  `^(?:${fold("地址|電話|手機|信箱|運費|學費|費用|價格|押金|訂金|總共|全部|一共|大概|這個|那個|其他|別的")})`,
  "u",
);
/** 「團體票價」 asks of the group. */
const isAmount = new RegExp(`[${fold("價費錢金資額")}]$`, "u");
const hasLatin = new RegExp(
  `${opening}(?:${fold("有沒有|有")})\\p{Script=Han}{0,4}\\s?(?<word>[a-z]{2,12})\\s?(?:${fold("可以用|可以下載|可用|能用")})?${ending}`,
  "u",
);

/**
 * Whether goods that a question asks to buy stand in what was found, but nowhere near what is sold: 「飼料」 among what
 * guests have to bring.
 */
export function isOnlyMentioned(goods: string, said: readonly string[]): boolean {
  const lines = said.flatMap((text) => text.split("\n")).filter((line) => line.includes(goods));
  return (
    lines.length > 0 && !lines.some((line) => selling.test(line)) && !said.some((text) => priced(text, goods))
  );
}

/** Whether prices stand in the text that names the goods. */
function priced(text: string, goods: string): boolean {
  return text.includes(goods) && onSale.test(text);
}

const selling = new RegExp(
  `${fold("賣|售|買|購|訂|價|元|塊|款|現貨|缺貨|上架|門市有|店裡有|有多種|品牌")}|\\$|nt|\\d{2,}`,
  "u",
);
const onSale = new RegExp(fold("價格|售價|定價|價目|菜單|品項|商品|販售|販賣|現貨|選購|產品"), "u");
