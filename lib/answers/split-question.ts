import { readsAsQuestion } from "./reads-as-question";

const partsAtMost = 4;
/** Between two questions of one message: stops, the 嗎 that ends one, a blank between two Chinese words, words that begin another. */
const borders =
  /[?？!！。;；\n]+|(?<=[嗎吗])(?=[\p{Script=Han}a-z]{2})|(?<=[\p{Script=Han}\p{Script=Hiragana}])[ \u3000]+(?=[\p{Script=Han}\p{Script=Hiragana}\p{N}a-z])|[,，、]\s*(?=(?:另外|還有|还有|然後|然后|順便|顺便|以及|那|還想|also|and)|\S)/giu;
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
    if (readsAsQuestion(piece)) {
      parts.push(joined);
      open = "";
    } else open = joined;
  }
  const last = parts.at(-1);
  if (last === undefined) return [message];
  if (open !== "") parts[parts.length - 1] = `${last} ${open}`;
  return parts.length > partsAtMost ? [message] : parts;
}
