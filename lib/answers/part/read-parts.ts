import type { Ctx } from "@/lib/context";
import { findContext, namedIn } from "@/lib/knowledge/query/find-context";
import type { QueryContext } from "@/lib/knowledge/query/query-context";
import type { BotSearch, SearchBotOptions } from "@/lib/knowledge/search/search-bot";
import { fold } from "@/lib/language/words/fold";
import type { AnsweringBot, Question } from "../answer";
import { toSources } from "../extract/quote/to-sources";
import { findSection } from "../intents/find-section";
import { isOn, readIntent } from "../intents/read-intent";
import { speak } from "../saying/speak";
import type { AnswerNotes } from "../trace/answer-notes";
import { askedValues } from "../values/asked-values";
import { asksNextValue } from "../values/asks-next-value";
import { withFee } from "../values/with-fee";
import { withValues } from "../values/with-values";
import { besideFirst } from "./beside-first";
import type { Part } from "./part";
import { hedge, readPart, thresholdsOf } from "./read-part";
import { searchFor } from "./search-for";
import { surenessOf } from "./sureness";

type SearchCtx = Pick<Ctx, "db" | "embedder">;

/** One question, what was said before it, and where its search is noted. */
export type AskedPart = {
  question: string;
  before: Question["history"];
  notes: AnswerNotes | undefined;
};

/** Each question is read as one that goes on about those before it: 「運費多少？幾天會到？」. */
export async function readParts(
  ctx: SearchCtx,
  bot: AnsweringBot,
  { before, notes }: Omit<AskedPart, "question">,
  questions: readonly string[],
): Promise<Part[]> {
  const parts = await Promise.all(
    questions.map(async (written, at) => {
      const said = questions.slice(0, at).map((content) => ({ role: "user" as const, content }));
      const asked = written.replace(joiner, "");
      const earlier = [...before, ...said];
      const found = asksNextValue(asked, earlier) ? null : findContext(asked, earlier);
      const question = found?.instead ?? written;
      const isThing = found && found.about !== "" && namedIn(fold(found.about)).length === 0;
      const context = found && { ...found, share: isThing ? found.share : Math.min(found.share, firstShare) };
      const doing = await readDoing(ctx, bot, { question, before, notes }, context);
      if (doing) return doing;
      const part = { question, before, notes };
      const look = (context: QueryContext | null) => search(ctx, bot, part, { limit: 3, context });
      const read = (found: BotSearch, context: QueryContext | null) =>
        readValues(ctx, bot, part, readPart(bot, question, found, context), context);
      const together = await read(await look(context), context);
      if (!context) return together;
      if (together.extracted.state === "answer" && isOfThing(context, together)) return together;
      const foundAlone = await look(null);
      // Whatever it says alone, this is among it.
      if (
        together.extracted.state === "answer" &&
        context.about !== "" &&
        askedValues(question) === null &&
        isAmong(together, foundAlone)
      )
        return together;
      const alone = await read(foundAlone, null);
      const isSure = alone.extracted.state === "answer";
      // What was asked before tells which answer, not that there is one.
      if (
        (isSure || (context.about === "" && alone.extracted.state === "maybe")) &&
        !isAmong(together, alone.search)
      )
        return alone;
      if (together.extracted.state === "answer" && (isSure || context.about !== "")) return together;
      if (isSure || alone.sureness > together.sureness) return alone;
      return { ...together, extracted: hedge(together.extracted) };
    }),
  );
  return parts.map((part, at) => {
    if (part.extracted.state === "answer") return part;
    const first = parts.slice(0, at).findLast(({ extracted }) => extracted.state === "answer");
    return first ? besideFirst(part, first) : part;
  });
}

/** The same, with the place's own address, number or hours, or the fee for an age, where those are asked for. */
export async function readValues(
  ctx: SearchCtx,
  bot: AnsweringBot,
  { before, notes }: Omit<AskedPart, "question">,
  part: Part,
  context: QueryContext | null,
): Promise<Part> {
  const look = (question: string, limit: number) =>
    search(ctx, bot, { question, before, notes }, { limit, context: null });
  const { answer } = thresholdsOf(bot);
  return withFee(await withValues(part, context, look, answer), before, look, answer);
}

/** Whether what goes on about a thing named before is answered with what tells of that thing. */
function isOfThing({ about, topic = "" }: QueryContext, { search, extracted }: Part): boolean {
  const thing = fold(about || topic);
  if (thing === "" || namedIn(thing).length > 0) return false;
  const [first] = extracted.quotes;
  return first !== undefined && speak(search, first).some((said) => fold(said).includes(thing));
}

/** Whether what a question is answered with beside others fits it nearly as well alone. */
function isAmong({ search, extracted }: Part, alone: BotSearch): boolean {
  const best = search.passages[extracted.quotes[0]?.passage ?? 0];
  const least = alone.confidence * nearlyAsWell;
  return alone.passages.some(
    ({ versionId, ordinal, confidence }) =>
      versionId === best?.versionId && ordinal === best.ordinal && confidence >= least,
  );
}

const nearlyAsWell = 0.8;
/** Of the weight of a question's words, what those before it in the message have beside it. */
const firstShare = 0.4;
const joiner = /^(?:另外|還有|还有|然後|然后|順便|顺便|以及|還想問|also|and)[,，\s]*/iu;

export async function search(
  ctx: SearchCtx,
  bot: AnsweringBot,
  { question, before, notes }: AskedPart,
  options: SearchBotOptions,
): Promise<BotSearch> {
  const since = notes && performance.now();
  const found = await searchFor(ctx, bot, question, { ...options, before });
  if (notes && since !== undefined) notes.searchMs += performance.now() - since;
  return found;
}

/**
 * What names nothing but what to do (「怎麼買」), with the section on it; hedged where no section is. Null for other
 * questions.
 */
export async function readDoing(
  ctx: SearchCtx,
  bot: AnsweringBot,
  { question, before, notes }: AskedPart,
  context: QueryContext | null,
): Promise<Part | null> {
  const intent = readIntent(question);
  if (!intent) return null;
  const found = await findSection(ctx, bot, intent);
  if (found) {
    const sureness = Math.max(surenessOf(found.search), thresholdsOf(bot).answer);
    const telling = { absent: [], isApart: false, isOther: false, isComplete: true };
    return { question, ...found, telling, sureness };
  }
  // Of a thing that was named before only what has to do with it tells.
  const asked = { question: context ? intent.words : question, before, notes };
  const part = {
    ...readPart(bot, asked.question, await search(ctx, bot, asked, { limit: 3, context }), context),
    question,
  };
  const isFit = toSources(part.search, part.extracted.quotes).some(({ quote }) => isOn(intent, quote));
  return isFit ? part : { ...part, extracted: hedge(part.extracted) };
}
