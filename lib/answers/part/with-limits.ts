import { thingIn } from "@/lib/knowledge/query/find-context";
import { fold } from "@/lib/language/words/fold";
import { readSentences } from "../extract/read-sentences";
import { speak } from "../saying/speak";
import type { Part } from "./part";

/**
 * The same, with what the passage says apart of another thing that the question names, where it may not: for
 * 「茶凍可以寄到澎湖嗎」 「茶凍……只送本島」 beside the line of 澎湖, which alone would read as a yes.
 */
export function withLimits(part: Part): Part {
  const { question, search, extracted } = part;
  const [first] = extracted.quotes;
  const found = search.passages[first?.passage ?? -1];
  if (extracted.state === "unknown" || !first || !found || !asksWhether.test(fold(question))) return part;
  const said = extracted.quotes.flatMap((quote) => speak(search, quote).map(fold)).join("\n");
  const others = thingIn(question)
    .split(" ")
    .filter((thing) => thing.length > 1 && !said.includes(thing));
  if (others.length === 0) return part;
  const limit = readSentences(found).sentences.find(
    ({ own, start, end }) =>
      (end <= first.start || start >= first.end) &&
      limits.test(own) &&
      others.some((thing) => own.includes(thing)),
  );
  if (!limit) return part;
  const quote = { passage: first.passage, start: limit.start, end: limit.end };
  return { ...part, extracted: { ...extracted, quotes: [quote, ...extracted.quotes] } };
}

const asksWhether = new RegExp(`[${fold("嗎嘛")}]|${fold("可以|能不能|可不可以|行不行")}`, "u");
const limits = new RegExp(
  fold("只(?!要)|僅|限|不能|不可|不得|無法|不適用|不提供|不接受|不含|不包含|除外|恕不|不開放"),
  "u",
);
