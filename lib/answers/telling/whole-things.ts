import { wordings } from "@/lib/knowledge/query/reword-question";
import { fold, foldWithOffsets } from "@/lib/language/words/fold";
import { keepLast } from "@/lib/language/words/keep-last";

type Span = { start: number; end: number };

/**
 * What stands nowhere in the documents as whole words: characters where two words meet name nothing (「法今」 of
 * 「沒辦法今天拿」), nor do verbs of one character beside a name (「戴羞恥圈戴」).
 * @param folded the question, folded
 * @param things runs of characters of `folded`
 */
export function wholeThings(question: string, folded: string, things: readonly string[]): string[] {
  if (things.length === 0) return [];
  const words = [...wordsOf(question), ...wordings.findIn(folded)];
  return things.flatMap((thing) => {
    const start = folded.indexOf(thing);
    if (start < 0 || !/\p{Script=Han}/u.test(thing)) return thing;
    const whole = trimmed(folded, words, { start, end: start + thing.length });
    return whole === null ? [] : folded.slice(whole.start, whole.end);
  });
}

function trimmed(folded: string, words: readonly Span[], { start, end }: Span): Span | null {
  // A part of one word.
  if (words.some((word) => word.start <= start && word.end >= end)) return { start, end };
  const inner = words
    .filter((word) => word.start >= start && word.end <= end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const isVerb = ({ start, end }: Span) => end - start === 1 && alone.has(folded.charAt(start));
  while (inner[0] && isVerb(inner[0])) inner.shift();
  for (let last = inner.at(-1); last && isVerb(last); last = inner.at(-1)) inner.pop();
  const [first, last] = [inner[0], inner.at(-1)];
  if (!first || !last || last.end - first.start < 2) return null;
  // Who lives in 「高雄」 asks nothing of it.
  const isHome = folded.slice(start, first.start) === lives;
  return { start: isHome ? start : first.start, end: last.end };
}

/** Where the words of a question stand in its folded form. */
const wordsOf = keepLast((question): Span[] => {
  const { offsets } = foldWithOffsets(question);
  const at = new Map<number, number>();
  for (const [place, offset] of offsets.entries()) if (!at.has(offset)) at.set(offset, place);
  const spans: Span[] = [];
  for (const { index, segment, isWordLike } of segmenter.segment(question)) {
    const [start, end] = [at.get(index), at.get(index + segment.length)];
    if (isWordLike && start !== undefined && end !== undefined) spans.push({ start, end });
  }
  return spans;
});

const segmenter = new Intl.Segmenter("zh-TW", { granularity: "word" });

const lives = fold("住");
/** Words of one character that name no thing. */
const alone = new Set(
  fold(
    "完翻打玩弄錢錯顧被動戴做拿放看吃喝用買賣修改換退還寄送收付住睡坐站走跑開關停載接約訂租借教學讀念寫印刻剪洗燙煮泡沖掉壞破裂丟選挑試穿脫搬拆裝補加減多少早晚快慢先後再又把將給跟和向對離從到會能想要該可以沒不別很太超好壞大小高低長短新舊貴那這哪我你他她牠它誰幾每各某隻個件張本台支瓶盒包組次天月年日時分元塊人們著了過的得地啊呢吧嗎喔啦耶欸",
  ),
);
