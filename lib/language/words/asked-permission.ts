import { keepLast } from "./keep-last";

/**
 * What a folded question asks leave for, its first one or two characters: 「退货」 of 「可以退货吗」 and of
 * 「我想退货」. Null for other questions.
 */
export function askedPermission(foldedQuestion: string): string | null {
  return lastAsked(foldedQuestion);
}

const lastAsked = keepLast((foldedQuestion) => {
  for (const sentence of foldedQuestion.split(/[。!?]/u)) {
    const asked = sentence.slice(0, Math.max(sentence.lastIndexOf("吗"), sentence.lastIndexOf("嘛"), 0));
    const [match] = [MAY_I.exec(sentence), MAY_OR_CAN.exec(asked)]
      .filter((found) => found !== null)
      .sort((a, b) => a.index - b.index);
    if (match) return match.groups?.action ?? null;
  }
  const wish = WISH.exec(foldedQuestion)?.groups?.action;
  const foreign = FOREIGN.exec(foldedQuestion)?.find((word, at) => at > 0 && word !== undefined);
  return wish ?? (foreign ? (DEEDS[foreign] ?? null) : null);
});

/** What documents in Chinese call what is asked leave for in English, Japanese and Korean. */
const DEEDS: Record<string, string> = {
  return: "退货",
  refund: "退款",
  exchange: "换货",
  cancel: "取消",
  返品: "退货",
  返金: "退款",
  交换: "换货",
  キャンセル: "取消",
  반품: "退货",
  환불: "退款",
  교환: "换货",
  취소: "取消",
  分割: "分期",
  할부: "分期",
  installments: "分期",
};
const FOREIGN =
  /\b(?:can|could|may) (?:i|we) (?:get a )?(return|refund|exchange|cancel)\b|(返品|返金|交换|キャンセル)(?:は|が)?(?:でき|可能)|(分割)(?:払い|支払い)?(?:は|も|に)?(?:でき|可能|対応|利用)|(?:pay|buy)\b.{0,12}\b(?:by|in|with) (installments)|(할부|반품|환불|교환|취소)(?:도|이|을|를|은|는)? ?(?:가능|할 수|되나|돼)/u;

const MAY_I = /(?:可不可以|能不能|可否|能否)(?<action>[^\s\p{P}吗嘛]{1,2})/u;
/** 「可以退貨」 asks only before a 「嗎」 of the same sentence. */
const MAY_OR_CAN = /(?:可不可以|能不能|可否|能否|可以|能够|能|可)(?<action>[^\s\p{P}吗嘛]{1,2})/u;
const WISH = /(?:想要|我想|我要)(?<action>[^\s\p{P}问知请找看]{1,2})/u;
