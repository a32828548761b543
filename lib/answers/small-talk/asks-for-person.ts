import { fold } from "@/lib/language/words/fold";
import { plainWords } from "@/lib/language/words/plain-words";

/** Whether the visitor wants to talk to a person. */
export function asksForPerson(message: string): boolean {
  return PERSON.test(plainWords(message));
}

const PERSON = new RegExp(
  `(?:${fold("轉|找|接|換|跟|和|要|叫|有|與")}).{0,4}(?:${fold("真人|專人|人工客服|人工服務|客服人員|服務人員|店員|真的人")})(?!的).{0,5}$|^(?:${fold(
    "真人客服|真人|人工客服|人工|專人服務|客服|轉接客服|轉客服|找客服|我要客服|聯絡客服|客服人員",
  )})$|\\b(?:speak|talk|chat) (?:to|with) (?:a |an |some)?(?:real |live |actual )?(?:human|person|agent|someone|one|staff|representative)|^(?:human|live agent|real person|agent|representative)(?: please)?$`,
  "u",
);
