import { fold } from "./fold";
import { forEachTerm, isHiraganaTerm, isWordTerm } from "./tokens";

export type QueryTerm = { term: number; weight: number };

/** A term with its rarity among the passages searched. */
export type SearchTerm = QueryTerm & { idf: number };

/**
 * The terms a question is searched by, each once. Interrogatives, particles and polite forms of Chinese and
 * Japanese are left out first; when nothing else was asked they stay.
 */
export function parseQuery(question: string): QueryTerm[] {
  const folded = fold(joinSpacedCharacters(question));
  const cleaned = folded.replace(FILLERS, " ");
  const terms = new Set<number>();
  forEachTerm(cleaned, (term) => terms.add(term));
  if (terms.size === 0) forEachTerm(folded, (term) => terms.add(term));
  return [...terms].map((term) => ({ term, weight: weightOf(term) }));
}

function weightOf(term: number): number {
  if (isWordTerm(term)) return 2;
  return isHiraganaTerm(term) ? 0.3 : 1;
}

/** 「1 2 M 怎 麼 走」: a question typed or pasted with a space after every character. */
function joinSpacedCharacters(question: string): string {
  const pieces = question.trim().split(/\s+/u);
  const single = pieces.filter((piece) => [...piece].length === 1).length;
  if (pieces.length < 4 || single < pieces.length * 0.8) return question;
  return question.trim().replace(/(\S)\s(?=\S)/gu, "$1");
}

const CHINESE_FILLERS = `請問一下 想請問 請問 想問一下 想問 請教 請告訴我 告訴我 我想知道 想知道 我想要 我想 你好 您好 哈囉 謝謝 感謝
  麻煩 不好意思 幫我 有沒有 是不是 會不會 能不能 可不可以 要不要 可否 能否 是否 可以 為什麼 為甚麼 為何 怎麼樣 怎麼辦 怎麼 怎樣
  什麼時候 什麼樣 什麼 甚麼 哪些人 哪些 哪裡 哪裏 哪兒 哪一個 哪一 哪個 哪位 哪年 哪種 哪 那些 那裡 誰 多少 幾個 幾 多久 何時 何處 何種
  何者 何人 何謂 何 如何 是指 屬於 關於 有關 因為 所以 以及 或者 或是 還是 嗎 呢 吧 啊 呀 嘛 喔 哦 了 的 是 有 在 於 被 把 和 與 及 或 也 都
  就 而 我 你 您 他 她 它 們 這個 這 那個 請 要`;

const JAPANESE_FILLERS = `ですか でしょうか ますか ましたか ください 教えて 知りたい どのように どのような どのくらい どれくらい どうやって
  どうすれば どこ どの どれ どんな どちら どう いつ だれ 誰 なに なぜ 何故 なんと なん 何 いくつ いくら という とは こと もの である ている
  でした です ます した する され れる か`;

const FILLERS = fillerPattern(`${CHINESE_FILLERS} ${JAPANESE_FILLERS}`);

function fillerPattern(words: string): RegExp {
  const folded = [...new Set(words.split(/\s+/u).map(fold))];
  return new RegExp(folded.sort((a, b) => b.length - a.length).join("|"), "gu");
}
