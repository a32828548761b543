// Measures what visitors read: natural questions through the product's own ingestion and answer path, without a model.
// npm run bench:answers -- [--data DIR] [--json FILE] [--bot NAME] [--list] [--folds]
// DIR holds files as bench/answers-data/README.md describes, which is measured with unless said. --list: what is wrong,
// with why. --folds: along the threshold from which the bot answers, and with it chosen on four fifths of the questions
// and read on the other fifth.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type ConfidenceThresholds, DEFAULT_THRESHOLDS } from "@/lib/answers/extract/extract-answer";
import { spokenLanguage } from "@/lib/answers/message/spoken-language";
import { asksForPerson } from "@/lib/answers/small-talk/asks-for-person";
import type { AnswerTrace } from "@/lib/answers/trace/answer-trace";
import { explainAnswer } from "@/lib/answers/trace/explain-answer";
import { createBot } from "@/lib/bots/create-bot";
import { getBotByToken, type WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import type { ActorCtx } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { openMemoryStores } from "./support/memory-stores";

const lineSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("bot"), name: z.string() }),
  z.object({ kind: z.literal("document"), id: z.string(), title: z.string(), text: z.string() }),
  z.object({
    kind: z.literal("question"),
    id: z.string(),
    category: z.string(),
    question: z.string(),
    history: z.array(z.object({ role: z.enum(["user", "assistant"]), content: z.string() })).default([]),
    /** Facts, each a list of wordings: the answer must hold one wording of every fact. */
    must: z.array(z.array(z.string()).min(1)).optional(),
    absent: z.boolean().default(false),
  }),
]);

type Outcome = {
  id: string;
  category: string;
  question: string;
  isAbsent: boolean;
  isSure: boolean;
  isRight: boolean;
  /** Nothing of the documents was said. */
  isRefused: boolean;
  said: string;
  confidence: number;
  missing: string[];
  trace: AnswerTrace;
};

/** Percent, but for counts and characters. */
type Figures = {
  questions: number;
  sure_right: number;
  right: number;
  sure_wrong: number;
  refused: number;
  absent: number;
  absent_sure: number;
  chars_mean: number;
  chars_p90: number;
};

type AskedLine = Extract<z.infer<typeof lineSchema>, { kind: "question" }>;

const folds = 5;

const { values: options } = parseArgs({
  options: {
    data: { type: "string", default: "bench/answers-data" },
    json: { type: "string" },
    bot: { type: "string" },
    list: { type: "boolean", default: false },
    folds: { type: "boolean", default: false },
  },
});
const folder = options.data;
const stores = await openMemoryStores();
const bots: ({ bot: string } & Figures)[] = [];
const all: Outcome[] = [];
/** By threshold, all bots together. */
const along = new Map<number, Outcome[]>(
  options.folds ? [0.16, 0.18, 0.19, 0.2, 0.21, 0.22, 0.24, 0.28].map((answer) => [answer, []]) : [],
);
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .sort()) {
  const bot = basename(file, ".jsonl");
  if (options.bot && options.bot !== bot) continue;
  const outcomes = await runBot(join(folder, file));
  bots.push({ bot, ...toFigures(outcomes) });
  all.push(...outcomes);
  print(bot, outcomes);
}
if (bots.length > 1) print("all", all);
if (options.folds) printFolds();
if (options.json) writeFileSync(options.json, `${JSON.stringify({ bots, all: toFigures(all) }, null, 2)}\n`);
await stores.close();

async function runBot(file: string): Promise<Outcome[]> {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => lineSchema.parse(JSON.parse(line)));
  const ctx: ActorCtx = { ...stores.ctx, actor: await stores.createOwner() };
  const name = lines.find((line) => line.kind === "bot")?.name ?? basename(file);
  const { id: botId } = await createBot(ctx, { name });
  for (const line of lines)
    if (line.kind === "document") await createDocument(ctx, { botId, title: line.title, content: line.text });
  const { widgetToken } = await ctx.db.bot.findUniqueOrThrow({ where: { id: botId } });
  const bot = await getBotByToken(ctx, widgetToken);
  if (!bot) throw new Error("the bot isn't there");
  const asked = lines.filter((line) => line.kind === "question");
  const outcomes: Outcome[] = [];
  for (const line of asked) {
    outcomes.push(await ask(ctx, bot, line));
    for (const [answer, ones] of along)
      ones.push(await ask(ctx, bot, line, { ...DEFAULT_THRESHOLDS, answer }));
  }
  return outcomes;
}

async function ask(
  ctx: ActorCtx,
  bot: WidgetBot,
  line: AskedLine,
  thresholds?: ConfidenceThresholds,
): Promise<Outcome> {
  const asked = {
    ...line,
    language: spokenLanguage([line.question], []),
    wantsPerson: asksForPerson(line.question),
  };
  const { answer, trace } = await explainAnswer(ctx, bot, asked, thresholds && { thresholds });
  const { bubbles, sources, ...given } = answer;
  // As the widget says it of small talk.
  const { answered, confidence } = { answered: given.answered ?? true, confidence: given.confidence ?? 1 };
  const said = bubbles.join("\n");
  const plain = toPlain(said);
  const missing = (line.must ?? [])
    .filter((wordings) => !wordings.some((wording) => plain.includes(toPlain(wording))))
    .map((wordings) => wordings.join(" / "));
  return {
    id: line.id,
    category: line.category,
    question: line.question,
    isAbsent: line.absent,
    isSure: answered,
    isRight: !line.absent && missing.length === 0,
    isRefused: !answered && sources.length === 0,
    said,
    confidence,
    missing,
    trace,
  };
}

/** What an owner would choose a threshold by: right ones for sure, less what is said for sure and wrong. */
function worthOf(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((sum, one) => sum + (one.isSure ? (one.isRight ? 1 : -1) : 0), 0);
}

function printFolds(): void {
  const percent = (outcomes: readonly Outcome[]) => {
    const { sure_right, sure_wrong, absent_sure } = toFigures(outcomes);
    return `sure and right ${sure_right} %, sure but wrong ${sure_wrong} %, absent and sure ${absent_sure} %`;
  };
  console.log("\nalong the threshold");
  for (const [answer, outcomes] of along) console.log(`  ${answer.toFixed(2)}  ${percent(outcomes)}`);
  console.log("\nfive folds: the threshold chosen on four, read on the fifth");
  // Each fold has its share of what is there and of what is absent.
  const ranks = new Map<Outcome, number>();
  for (const outcomes of along.values())
    for (const isAbsent of [false, true])
      for (const [at, one] of outcomes.filter((one) => one.isAbsent === isAbsent).entries())
        ranks.set(one, at % folds);
  const read: Outcome[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isHeld = (one: Outcome) => ranks.get(one) === fold;
    const [best] = [...along]
      .map(([answer, outcomes]) => ({
        answer,
        outcomes,
        worth: worthOf(outcomes.filter((one) => !isHeld(one))),
      }))
      .sort((a, b) => b.worth - a.worth);
    const held = best?.outcomes.filter(isHeld) ?? [];
    console.log(`  ${best?.answer.toFixed(2)}  ${percent(held)}`);
    read.push(...held);
  }
  console.log(`  all   ${percent(read)}`);
}

/** What is compared: folded to one width and case, without blanks and Markdown marks. */
function toPlain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s*_`#|>]/gu, "");
}

function isSureRight({ isSure, isRight }: Outcome): boolean {
  return isSure && isRight;
}

function toFigures(outcomes: readonly Outcome[]): Figures {
  const present = outcomes.filter(({ isAbsent }) => !isAbsent);
  const absent = outcomes.filter(({ isAbsent }) => isAbsent);
  const lengths = present
    .filter(({ isRefused }) => !isRefused)
    .map(({ said }) => [...said].length)
    .sort((a, b) => a - b);
  const percent = (of: readonly Outcome[], is: (one: Outcome) => boolean) =>
    round((100 * of.filter(is).length) / (of.length || 1));
  return {
    questions: present.length,
    sure_right: percent(present, isSureRight),
    right: percent(present, ({ isRight }) => isRight),
    sure_wrong: percent(present, ({ isSure, isRight }) => isSure && !isRight),
    refused: percent(present, ({ isRefused }) => isRefused),
    absent: absent.length,
    absent_sure: percent(absent, ({ isSure }) => isSure),
    chars_mean: round(lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1)),
    chars_p90: lengths[Math.floor(lengths.length * 0.9)] ?? 0,
  };
}

function print(name: string, outcomes: readonly Outcome[]): void {
  const figures = toFigures(outcomes);
  const present = outcomes.filter(({ isAbsent }) => !isAbsent);
  const absent = outcomes.filter(({ isAbsent }) => isAbsent);
  console.log(`\n${name}: ${figures.questions} questions, ${figures.absent} absent`);
  console.log(`  sure and right  ${share(present, isSureRight)}`);
  console.log(`  right           ${share(present, ({ isRight }) => isRight)}`);
  console.log(`  sure but wrong  ${share(present, ({ isSure, isRight }) => isSure && !isRight)}`);
  console.log(`  refused         ${share(present, ({ isRefused }) => isRefused)}`);
  console.log(`  absent, sure    ${share(absent, ({ isSure }) => isSure)}`);
  console.log(`  characters      mean ${figures.chars_mean}, 90th percentile ${figures.chars_p90}`);
  console.log("  sure and right by category, of what is absent: sure");
  for (const [category, ones] of Map.groupBy(outcomes, (one) => one.category)) {
    const [absent, present] = [ones.filter(({ isAbsent }) => isAbsent), ones.filter((one) => !one.isAbsent)];
    if (present.length > 0) console.log(`    ${category.padEnd(13)} ${share(present, isSureRight)}`);
    if (absent.length > 0)
      console.log(`    ${category.padEnd(13)} ${share(absent, ({ isSure }) => isSure)} absent`);
  }
  if (!options.list || name === "all") return;
  for (const one of outcomes) {
    if (one.isAbsent ? !one.isSure : isSureRight(one)) continue;
    const state = one.isRefused ? "refused" : one.isSure ? "sure" : "hedged";
    const fault = one.isAbsent ? "absent" : one.isRight ? "right" : `lacks ${one.missing.join("; ")}`;
    console.log(`  ${one.id} ${one.category} ${state} ${one.confidence.toFixed(2)} ${fault}`);
    console.log(`    Q ${one.question}\n    A ${one.said.replaceAll("\n", " ⏎ ")}`);
    printWhy(one.trace);
  }
}

function printWhy({ intent, context, lookedFor, thresholds, parts }: AnswerTrace) {
  console.log(
    `    read as ${intent}${context ? `, with ${context}` : ""}${lookedFor ? `, looked for ${lookedFor}` : ""}`,
  );
  for (const part of parts) {
    const absent = part.absent.length > 0 ? `, absent ${part.absent.join(" ")}` : "";
    const marks = `${part.isOther ? ", of something else" : ""}${part.isComplete ? ", complete" : ""}`;
    const figures = `${toFixed(part.sureness)} of ${thresholds.answer} (best ${toFixed(part.confidence)}, rival ${toFixed(part.rival)})`;
    console.log(`    ${part.state} ${part.question}: ${figures}${absent}${marks}`);
    for (const { title, headings, confidence, matched } of part.passages.slice(0, 3))
      console.log(`      ${toFixed(confidence)} ${[title, ...headings].join(" › ")} [${matched.join(" ")}]`);
    for (const { share, text } of part.candidates.slice(0, 2))
      console.log(`      · ${toFixed(share)} ${text.slice(0, 80).replaceAll("\n", " ⏎ ")}`);
  }
}

function toFixed(value: number): string {
  return value.toFixed(2);
}

/** With the 95 % interval of Wilson's score. */
function share(of: readonly Outcome[], is: (one: Outcome) => boolean): string {
  const n = of.length;
  if (n === 0) return "none";
  const count = of.filter(is).length;
  const p = count / n;
  const z2 = 1.96 ** 2;
  const middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (1.96 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  const range = `${round(100 * (middle - half))} to ${round(100 * (middle + half))}`;
  return `${String(count).padStart(3)} of ${String(n).padStart(3)}  ${round(100 * p)} % (${range})`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
