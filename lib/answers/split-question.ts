import { fold } from "@/lib/language/words/fold";

const partsAtMost = 4;
/** Between two questions of one message: stops, a blank between two Chinese words, words that begin a further question. */
const borders =
  /[?？!！。;；\n]+|(?<=[\p{Script=Han}\p{Script=Hiragana}])[ \u3000]+(?=[\p{Script=Han}\p{Script=Hiragana}\p{N}a-z])|[,，、]\s*(?=(?:另外|還有|还有|然後|然后|順便|顺便|以及|那|還想|also|and)|\S)/giu;
const asks = new RegExp(
  `${fold(
    "嗎|呢|多少|幾|什麼|甚麼|怎麼|怎樣|如何|哪|誰|多久|多遠|多大|是否|能否|可否|為何|何時|何處|有沒有|能不能|可不可以|會不會|要不要|是不是|可以.{0,12}馬",
  )}|ですか|ますか|いくら|いつ|どこ|\\b(?:what|when|where|which|who|how|can|could|do|does|did|is|are|will|may)\\b`,
  "iu",
);
const yesNo = new RegExp(`^(?:${fold("有|可以|能|會|需要|要")}).{2,14}$`, "u");

/**
 * The questions of one message, in order, at most four: 「運費多少？幾天會到？」 is two. What asks nothing by itself stays with
 * the question beside it (「我住金門，多久會收到」 is one). A message that can't be told apart is one question.
 */
export function splitQuestion(message: string): string[] {
  const pieces = message
    .split(borders)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (pieces.length < 2) return [message];
  const parts: string[] = [];
  let open = "";
  for (const piece of pieces) {
    const joined = open === "" ? piece : `${open} ${piece}`;
    if (isQuestion(piece)) {
      parts.push(joined);
      open = "";
    } else open = joined;
  }
  const last = parts.at(-1);
  if (last === undefined) return [message];
  if (open !== "") parts[parts.length - 1] = `${last} ${open}`;
  return parts.length > partsAtMost ? [message] : parts;
}

function isQuestion(piece: string): boolean {
  const folded = fold(piece);
  return asks.test(folded) || yesNo.test(folded);
}
