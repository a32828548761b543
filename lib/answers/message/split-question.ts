import { askedValues } from "../values/asked-values";
import { readsAsQuestion } from "./reads-as-question";

const partsAtMost = 4;
const joins = "然後|然后|另外|順便|顺便";
const asksAgain = "(?:多少|多久|[幾几]|怎[麼么]|在哪|哪|嗎|吗|什[麼么])";
const begins = `(?:可以|可不可以|能不能|要不要|需不需要|有[沒没]有|[會会]不[會会]|是不是|有|要)[^\\s\\p{P}嗎吗]{0,8}${asksAgain}|(?:多少[錢钱]|多久|怎[麼么]|在哪|[幾几][點点天])(?![\\s\\p{P}]|$)`;
/**
 * Between two questions of one message: stops, the 嗎 that ends one, a blank between two Chinese words, words
 * that begin another.
 */
const borders =
  /[?？!！。;；\n]+|(?<=[嗎吗])(?=[\p{Script=Han}a-z]{2})|(?<=[\p{Script=Han}\p{Script=Hiragana}%％])[ \u3000]+(?=[\p{Script=Han}\p{Script=Hiragana}\p{N}a-z])|(?<=\p{Script=Han}{3})(?=(?:然後|然后|另外|順便|顺便|也想問|還想問|还想问)\p{Script=Han}{2})|\s{1,4}and\s{1,4}(?=(?:how|what|when|where|which|do|does|can|is|are|will)\b)|[,，、]\s*(?=(?:另外|還有|还有|然後|然后|順便|顺便|以及|那|還想|also|and)|\S)/giu;
/**
 * Where one question ends and the next begins with nothing between them: 「高山烏龍多少錢要用幾度的水泡可以放多久」. Behind what ends a
 * question, or some characters behind a word that asks; before what begins one that asks again.
 */
const goesOver = new RegExp(
  `(?:(?<![滿满買买過过達达])多少[錢钱]|怎[麼么](?:賣|卖|算)|在哪[裡里]?|(?:多少|多久|[幾几][點点天])(?=多|[幾几]|怎|在哪|(?:可以|有)[^\\s\\p{P}]{2,8}[嗎吗]|${joins})|(?:多少|多久|[幾几][\\p{Script=Han}]|怎[麼么])\\p{Script=Han}{1,5}?)(?=(?:${joins})?(?:${begins}))`,
  "gu",
);
/**
 * The questions of one message, in order, at most four: 「運費多少？幾天會到？」 is two. What asks nothing by itself stays with
 * the question beside it (「我住金門，多久會收到」 is one). A message that can't be told apart is one question.
 */
export function splitQuestion(message: string): string[] {
  const pair = readPair(message);
  if (pair) return pair;
  const pieces = message
    .replace(goesOver, "$&？")
    .split(borders)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (pieces.length < 2) return [message];
  // 「電話 地址 營業時間」 asks for each.
  if (pieces.length <= partsAtMost && pieces.every((piece) => askedValues(piece) !== null)) return pieces;
  const parts: string[] = [];
  let open = "";
  for (const [at, piece] of pieces.entries()) {
    const joined = open === "" ? piece : `${open} ${piece}`;
    if (readsAsQuestion(piece) || asksValue(piece, pieces[at + 1])) {
      parts.push(joined);
      open = "";
    } else open = joined;
  }
  const last = parts.at(-1);
  if (last === undefined) return [message];
  if (open !== "") parts[parts.length - 1] = `${last} ${open}`;
  return parts.length > partsAtMost ? [message] : parts;
}

/** 「地址電話給我」, and what is asked for before 「還有」. */
function asksValue(piece: string, next: string | undefined): boolean {
  return (givesMe.test(piece) || (next !== undefined && goesOn.test(next))) && askedValues(piece) !== null;
}

const givesMe = /(?:[給给]我|告[訴诉]我|跟我[說说])(?:一下)?$/u;
const goesOn = /^(?:還有|还有|另外|順便|顺便|然後|然后)/u;

/** The two questions of 「營業時間跟地址」 and 「高山烏龍跟紅玉各多少錢」; null for others. */
function readPair(message: string): string[] | null {
  const said = message.trim().replace(/[?？。!！\s]{1,8}$/u, "");
  const { first, second, asked = "" } = (said.length > pairAtMost ? null : pairs.exec(said))?.groups ?? {};
  if (!first || !second || readsAsQuestion(first) || readsAsQuestion(second)) return null;
  return [`${first}${asked}`, `${second}${asked}`];
}

/** UTF-16 units. */
const pairAtMost = 30;
const pairs =
  /^(?:請問一下|请问一下|請問|请问|想問一下|想問|想问|我想知道|想知道)?(?<first>[\p{Script=Han}a-z ]{2,8}?)(?:以及|還有|还有|跟|和|與|与|及)(?<second>[\p{Script=Han}a-z]{2,8}?)(?:(?:各自|分別|分别|各)是?(?<asked>(?:賣|卖|要|是)?(?:多少|[幾几]|怎[麼么]|什[麼么]|在哪|多久).{0,6}))?$/iu;
