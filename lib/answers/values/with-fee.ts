import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import { fold } from "@/lib/language/words/fold";
import type { Quote } from "../extract/quote/quote";
import { readSentences } from "../extract/read-sentences";
import type { Part } from "../part/part";
import { surenessOf } from "../part/sureness";
import { type AskedFee, askedFee, isWithin, tellsFee } from "./asked-fee";

/**
 * What answers whether somebody of an age, a height or a weight pays: the sentence with a fee whose limit has them
 * within, 「三歲以下免費」 for 「兩歲要收錢嗎」, though it has no word of the question. Not sure where others have limits, or where
 * several documents have one; a part of another question stays as it is.
 * @param look searches the bot's documents for other words
 * @param least how sure an answer is at least
 */
export async function withFee(
  part: Part,
  look: (words: string, limit: number) => Promise<BotSearch>,
  least: number,
): Promise<Part> {
  const asked = askedFee(part.question);
  if (!asked) return part;
  const search = await look(`${wordsOf[asked.measure]} ${asked.names.join(" ")}`, passagesRead);
  const lines = search.passages.map((passage, at) => linesOf(passage, at, asked));
  const within = lines
    .map((each) => each.filter(({ isWithin }) => isWithin))
    .filter((each) => each.length > 0);
  const [first] = within;
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

const passagesRead = 10;
const mostLines = 3;
const wordsOf: Record<AskedFee["measure"], string> = {
  age: "歲以下 歲以上 未滿 免費 免票 半票 票價 收費 years old under free children",
  height: "公分以下 公分以上 身高 免費 免票 半票 票價 收費 cm height free",
  weight: "公斤以下 公斤以上 體重 免費 收費 加收 kg weight free",
};

type Line = { quote: Quote; text: string; isWithin: boolean };

/** The sentences of a passage that tell a fee and a limit of the measure, of what else is named. */
function linesOf(passage: BotSearch["passages"][number], at: number, asked: AskedFee): Line[] {
  const above = fold([passage.title, ...passage.headings].join("\n"));
  return readSentences(passage).sentences.flatMap(({ own, start, end }) => {
    const within = tellsFee(own) ? isWithin(own, asked.measure, asked.value) : null;
    const isOf = asked.names.every((name) => own.includes(name) || above.includes(name));
    return within === null || !isOf
      ? []
      : [{ quote: { passage: at, start, end }, text: own, isWithin: within }];
  });
}
