import { fold } from "@/lib/language/words/fold";
import { stem } from "@/lib/language/words/stem";
import { type Quantity, readQuantities } from "./read-quantities";

/** What a clause says, in the form in which it is compared with others. */
export type Saying = {
  /** Its words that name or do something, in order, without its quantities. */
  skeleton: string;
  /** UTF-16 units of them. */
  weight: number;
  quantities: readonly Quantity[];
  /** Whether it denies once what the skeleton says; null where it denies in another way. */
  isDenied: boolean | null;
};

/** Time is linear in the length of the folded clause. */
export function readSaying(folded: string): Saying {
  const quantities = readQuantities(folded);
  let rest = "";
  let at = 0;
  for (const { start, end } of quantities) {
    rest += `${folded.slice(at, start)}|`;
    at = end;
  }
  rest += folded.slice(at);
  const bare = rest.replace(addresses, "|").replace(asksWhether, "|");
  const denials = bare.match(denial)?.length ?? 0;
  const granted = bare.replace(denial, "|");
  const isOdd = otherDenial.test(granted);
  const pieces = contentOf(granted);
  const skeleton = pieces.join("|");
  return {
    ...{ skeleton, quantities, weight: pieces.reduce((sum, piece) => sum + piece.length, 0) },
    isDenied: isOdd || denials > 1 ? null : denials === 1,
  };
}

/** The words of a folded text that name or do something, in order. */
export function contentOf(folded: string): string[] {
  return (folded.replace(linking, "|").match(word) ?? []).flatMap((piece) =>
    /^[a-z]/.test(piece) ? (plain.has(piece) ? [] : [stem(piece)]) : [piece],
  );
}

const anyOf = (words: string) =>
  [...new Set(words.split(" ").map(fold))].sort((a, b) => b.length - a.length).join("|");
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[a-z]+(?:['’-][a-z]+)*|\d+/gu;
const addresses = /https?:\/\/\S{1,500}|[\w.+-]{1,60}@[\w.-]{1,100}/gu;
const asksWhether = new RegExp(anyOf("有沒有 能不能 可不可以 會不會 要不要 是不是 需不需要 是否"), "gu");
/** How something is denied that the same words would grant. */
const denial = new RegExp(
  `${anyOf(
    "不可以 不可 不能 不能夠 不提供 不接受 不開放 不需要 不需 不必 不用 不會 不支援 不收 不適用 不包含 不含 不附 不得 不行 無法 沒有提供 沒有 沒辦法 無提供 無須 無需 未提供 恕不 謝絕 禁止 請勿",
  )}|不(?!${anyOf("好意思 過 但 只 僅 論 管 客氣 同 錯 妨 限 鏽 少")})|\\b(?:do|does|is|are|can|will|may|must|was|were)(?: ?not|n['’]t)\\b|\\bcannot\\b|\\bno\\b|\\bnot\\b`,
  "gu",
);
const otherDenial = new RegExp(
  `[${fold("沒未非勿恕禁")}](?!${anyOf("問題 錯 來 常")})|${fold("無")}(?!${anyOf("論 線 糖 障礙 料 油 毒")})|(?<!${fold("[特分個類性]")})${fold("別")}(?!${fold("的|人")})|\\b(?:never|without|none|nor|neither|unless|except)\\b|${anyOf("除了 除外 以外 例外")}`,
  "u",
);
const linking = new RegExp(
  anyOf(
    "您好 你好 謝謝 感謝 您的 你的 請問 不好意思 抱歉 很抱歉 我們 本店 本公司 本館 本院 敝店 店家 您 你 他 它 請 關於 有關 以下 如下 也就是說 因此 所以 另外 此外 而且 並且 不過 但是 然而 但 即可 就可以 就行 就好 " +
      "歡迎 隨時 還有 的話 那麼 可以 可 能夠 能 會 要 需要 需 必須 須 得 應該 應 提供 接受 開放 支援 有 的 了 是 為 在 於 到 至 以 及 和 與 跟 並 且 也 還 都 就 才 則 而 這 那 此 該 其 個 " +
      "喔 哦 唷 囉 呢 啊 呀 啦 嗎 吧 大約 大概 約 一共 總共 共 合計 共計 目前 現在 通常 一般 一律 皆 均 每 進行 這裡 這邊 此處 左右 內 以內 之內 喲 將 由 起 整 分別 為止",
  ),
  "gu",
);
/** What a question asks by, folded. */
export const askingWords = new RegExp(
  anyOf(
    "多少錢 多少 怎麼樣 怎麼 如何 什麼時候 什麼 哪裡 哪些 哪 何時 何 幾點 幾天 幾次 多久 幾 請問 嗎 呢 是否 有沒有 能不能 可不可以 會不會 要不要 需不需要 想問 我想 一下 要錢 算",
  ),
  "gu",
);
const plain = new Set(
  (
    "a an the of to in on at by for from with and or but if is are was were be been being am do does did has have had can could may might will would " +
    "shall should must it its this that these those there here you your yours we our ours us they their i my me as so then than please hello hi thank thanks yes " +
    "sure ok okay well also just only about all any each per within into up out offer provide accept available now currently need"
  ).split(" "),
);
