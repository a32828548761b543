/**
 * What a folded question asks leave for, its first one or two characters: 「退货」 of 「可以退货吗」 and of
 * 「我想退货」. Null for other questions.
 */
export function askedPermission(foldedQuestion: string): string | null {
  for (const sentence of foldedQuestion.split(/[。!?]/u)) {
    const asked = sentence.slice(0, Math.max(sentence.lastIndexOf("吗"), sentence.lastIndexOf("嘛"), 0));
    const [match] = [MAY_I.exec(sentence), MAY_OR_CAN.exec(asked)]
      .filter((found) => found !== null)
      .sort((a, b) => a.index - b.index);
    if (match) return match.groups?.action ?? null;
  }
  return WISH.exec(foldedQuestion)?.groups?.action ?? null;
}

const MAY_I = /(?:可不可以|能不能|可否|能否)(?<action>[^\s\p{P}吗嘛]{1,2})/u;
/** 「可以退貨」 asks only before a 「嗎」 of the same sentence. */
const MAY_OR_CAN = /(?:可不可以|能不能|可否|能否|可以|能够|能|可)(?<action>[^\s\p{P}吗嘛]{1,2})/u;
const WISH = /(?:想要|我想|我要)(?<action>[^\s\p{P}问知请找看]{1,2})/u;
