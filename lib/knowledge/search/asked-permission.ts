/**
 * What a folded question asks leave for, its first one or two characters: 「退货」 of 「可以退货吗」 and of
 * 「我想退货」. Null for other questions.
 */
export function askedPermission(foldedQuestion: string): string | null {
  const match = MAY_I.exec(foldedQuestion) ?? WISH.exec(foldedQuestion);
  return match?.groups?.action ?? null;
}

const MAY_I =
  /(?:可不可以|能不能|可否|能否|(?:可以|能够|能|可)(?=[^。!?]*[吗嘛]))(?<action>[^\s\p{P}吗嘛]{1,2})/u;
const WISH = /(?:想要|我想|我要)(?<action>[^\s\p{P}问知请找看]{1,2})/u;
