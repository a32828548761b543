import { fold } from "@/lib/language/words/fold";

/** Whether a piece of a message asks something by itself. */
export function readsAsQuestion(piece: string): boolean {
  const folded = fold(piece.slice(0, longest));
  return asks.test(folded) || yesNo.test(folded);
}

/** UTF-16 units: a message is no longer. */
const longest = 1_200;
const asks = new RegExp(
  `${fold(
    "嗎|呢|多少|幾|什麼|甚麼|怎麼|怎樣|如何|哪|誰|多久|多遠|多大|是否|能否|可否|為何|何時|何處|有沒有|能不能|可不可以|會不會|要不要|是不是|可以.{0,12}馬",
  )}|ですか|ますか|いくら|いつ|どこ|나요|까요|니까|(?:이|예|어)요[?]?$|얼마|언제|어디|어떻게|\\b(?:what|when|where|which|who|how|can|could|do|does|did|is|are|will|may)\\b`,
  "iu",
);
const yesNo = new RegExp(`^(?:${fold("有|可以|能|會|需要|要")}).{2,14}$`, "u");
