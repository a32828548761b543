import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import { fold } from "@/lib/language/words/fold";
import type { Question } from "../answer";
import { foldedText } from "../extract/folded-text";
import type { Quote } from "../extract/quote/quote";
import { readSentences } from "../extract/read-sentences";
import { readsAsQuestion } from "../message/reads-as-question";
import type { Part } from "../part/part";
import { hedge } from "../part/read-part";
import { surenessOf } from "../part/sureness";
import { speak } from "../saying/speak";
import {
  type AskedFee,
  askedDiscount,
  askedFee,
  asksOnlyLess,
  isWithin,
  tellsFee,
  tellsLess,
} from "./asked-fee";

/**
 * What answers whether somebody of an age, a height or a weight pays: the sentence with a fee whose limit has them
 * within, 「三歲以下免費」 for 「兩歲要收錢嗎」, though it has no word of the question. Not sure where others have limits, or where
 * several documents have one; a part of another question stays as it is.
 * @param look searches the bot's documents for other words
 * @param least how sure an answer is at least
 */
export async function withFee(
  part: Part,
  before: Question["history"],
  look: (words: string, limit: number) => Promise<BotSearch>,
  least: number,
): Promise<Part> {
  const last = before.findLast(({ role }) => role === "user")?.content;
  const asked =
    askedFee(part.question) ?? askedDiscount(part.question, last && !readsAsQuestion(last) ? last : "");
  if (!asked) return asksOnlyLess(part.question) ? hedgeUnlessLess(part) : part;
  const search = await look(`${wordsOf[asked.measure]} ${asked.names.join(" ")}`, passagesRead);
  const lines = search.passages.map((passage, at) => linesOf(passage, at, asked));
  const within = lines
    .map((each) => each.filter(({ isWithin }) => isWithin))
    .filter((each) => each.length > 0);
  const [first] = within;
  if (!first && asked.measure === "count")
    return asked.names.length > 0 ? part : { ...part, extracted: hedge(part.extracted) };
  if (!first) {
    const told = lines.find((each) => each.length > 0);
    return told && part.extracted.state === "unknown"
      ? say(
          told.map(({ quote }) => quote),
          "maybe",
        )
      : part;
  }
  const isSeveral = new Set(within.flat().map(({ text }) => text)).size > first.length;
  return say(
    first.map(({ quote }) => quote),
    isSeveral ? "maybe" : "answer",
  );

  function say(quotes: Quote[], state: "answer" | "maybe"): Part {
    return {
      question: part.question,
      search,
      telling: { absent: [], isApart: false, isOther: false, isComplete: state === "answer" },
      sureness: Math.max(surenessOf(search), state === "answer" ? least : 0),
      extracted: { state, quotes: quotes.slice(0, mostLines), more: null },
    };
  }
}

/** What has no discount is no sure answer to who asks for one. */
function hedgeUnlessLess(part: Part): Part {
  const said = part.extracted.quotes.flatMap((quote) => speak(part.search, quote)).map(fold);
  return said.some(tellsLess) ? part : { ...part, extracted: hedge(part.extracted) };
}

const passagesRead = 10;
const mostLines = 3;
const wordsOf: Record<AskedFee["measure"], string> = {
  age: "歲以下 歲以上 未滿 免費 免票 半票 票價 收費 years old under free children",
  height: "公分以下 公分以上 身高 免費 免票 半票 票價 收費 cm height free",
  count: "折扣 九折 九五折 八五折 八折 優惠 大量 以上 滿 團購 企業 discount off割引",
  weight: "公斤以下 公斤以上 體重 免費 收費 加收 kg weight free",
};

/** The kind that a longer name ends with: 「禮盒」 of 「雙峰禮盒」. */
function kindOf(name: string): string {
  return name.length < 4 ? name : name.slice(-2);
}

type Line = { quote: Quote; text: string; isWithin: boolean };

/** The sentences of a passage that tell a fee and a limit of the measure, of what else is named. */
function linesOf(passage: BotSearch["passages"][number], at: number, asked: AskedFee): Line[] {
  // A list of discounts may stand apart from what is sold; who rides what for how much does not.
  const around =
    asked.measure === "count" ? foldedText(passage) : fold([passage.title, ...passage.headings].join("\n"));
  return readSentences(passage).sentences.flatMap(({ own, start, end }) => {
    const tells = asked.measure === "count" ? tellsLess : tellsFee;
    const within = tells(own) ? isWithin(own, asked) : null;
    const isOf = asked.names.every(
      (name) =>
        own.includes(name) ||
        around.includes(name) ||
        (asked.measure === "count" && around.includes(kindOf(name))),
    );
    return within === null || !isOf
      ? []
      : [{ quote: { passage: at, start, end }, text: own, isWithin: within }];
  });
}
