// Measures ingestion, search and extractive answers on a folder of task files:
// npm run bench:retrieval -- --data DIR [--json FILE] [--task NAME] [--folded|--fullwidth|--spaced]
// [--mixed] (the bots of all tasks with one number are one bot) [--vectors random|gold] (embeddings beside the words)
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { Converter } from "opencc-js";
import { extractAnswer } from "@/lib/answers/extract/extract-answer";
import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { type BotDocument, BotIndex, type SearchResult } from "@/lib/knowledge/index/bot-index";
import { buildSegment } from "@/lib/knowledge/index/build-segment";
import { encodeSegment } from "@/lib/knowledge/index/segment";
import { encodeVectors, toUnitLength } from "@/lib/knowledge/index/vectors";
import type { Passage } from "@/lib/language/passage";
import { fold } from "@/lib/language/words/fold";

type TaskPassage = { t: "p"; id: number; title: string; text: string; bot: number };
type TaskQuestion = {
  t: "q";
  id: string;
  q: string;
  pid: number;
  answers: string[];
  bot: number;
  /** No passage answers it. */
  imp?: boolean;
};

type Row = {
  task: string;
  mode: "bot" | "whole";
  questions: number;
  r1: number;
  r3: number;
  r5: number;
  mrr10: number;
  quote1: number | null;
  quote1_chars: number | null;
  quote2: number | null;
  quote2_chars: number | null;
  false_at_95: number | null;
  query_p50_ms: number;
  query_p95_ms: number;
  build_ms_per_1000: number;
  cold_load_ms_per_1000: number;
  bytes_per_passage: number;
};

const DEPTH = 30;

let converter: ((text: string) => string) | undefined;

const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    json: { type: "string" },
    task: { type: "string" },
    folded: { type: "boolean", default: false },
    fullwidth: { type: "boolean", default: false },
    spaced: { type: "boolean", default: false },
    mixed: { type: "boolean", default: false },
    vectors: { type: "string" },
  },
});
if (!options.data) {
  console.error(
    "usage: npm run bench:retrieval -- --data DIR [--json FILE] [--task NAME] [--folded|--fullwidth|--spaced] [--mixed] [--vectors random|gold]",
  );
  process.exit(2);
}

const tasks: Row[] = [];
const folder = options.data;
const files = readdirSync(folder)
  .filter((file) => file.endsWith(".jsonl"))
  .sort();
for (const file of files) {
  const task = basename(file, ".jsonl");
  if (options.task && options.task !== task) continue;
  const { passages, questions } = readTask(join(folder, file));
  if (options.mixed) passages.push(...readOthers(file));
  for (const mode of options.mixed ? (["bot"] as const) : (["bot", "whole"] as const)) {
    const botOf = (bot: number) => (mode === "bot" ? bot : 0);
    tasks.push(
      await measure(
        task,
        mode,
        passages.map((passage) => ({ ...passage, bot: botOf(passage.bot) })),
        questions.map((question) => ({ ...question, q: perturb(question.q), bot: botOf(question.bot) })),
      ),
    );
  }
}
printTable(tasks);
if (options.json) writeFileSync(options.json, `${JSON.stringify({ tasks }, null, 2)}\n`);

function readTask(file: string): { passages: TaskPassage[]; questions: TaskQuestion[] } {
  const passages: TaskPassage[] = [];
  const questions: TaskQuestion[] = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const row: TaskPassage | TaskQuestion = JSON.parse(line);
    if (row.t === "p") passages.push(row);
    else questions.push(row);
  }
  return { passages, questions };
}

/** The passages of the other tasks, under ids of their own. */
function readOthers(file: string): TaskPassage[] {
  return files
    .filter((other) => other !== file)
    .flatMap((other, index) =>
      readTask(join(folder, other)).passages.map((passage) => ({
        ...passage,
        id: passage.id + (index + 1) * 1_000_000,
      })),
    );
}

async function measure(
  task: string,
  mode: Row["mode"],
  passages: TaskPassage[],
  allQuestions: TaskQuestion[],
): Promise<Row> {
  const questions = allQuestions.filter(({ imp }) => !imp);
  const cut = new Map<string, { title: string; text: string; passages: Passage[] }>();
  const bots = new Map<number, BotDocument[]>();
  const buildStart = performance.now();
  for (const { id, title, text, bot } of passages) {
    const document = { title, text, passages: splitPassages(text) };
    const segment = encodeSegment(buildSegment(document));
    const vectors = options.vectors ? encodeVectors(document.passages.map(() => embed(`p${id}`))) : null;
    cut.set(String(id), document);
    bots.set(bot, [...(bots.get(bot) ?? []), { id: String(id), segment, vectors, vectorModel: "stub" }]);
  }
  const buildMs = performance.now() - buildStart;

  const bytesBefore = await bytesHeld();
  const indexes = new Map<number, BotIndex>();
  for (const [bot, documents] of bots) indexes.set(bot, await BotIndex.load(documents));
  const bytes = (await bytesHeld()) - bytesBefore;
  const loadMs = await medianMs(async () => {
    for (const documents of bots.values()) await BotIndex.load(documents);
  });

  const search = (bot: number, { q, id, pid }: TaskQuestion) => {
    const isGold = options.vectors === "gold";
    const questionVectors = options.vectors
      ? new Map([["stub", toUnitLength(embed(isGold ? `p${pid}` : `q${id}`))]])
      : undefined;
    return (
      indexes.get(bot)?.search(q, { limit: DEPTH, questionVectors }) ?? {
        hits: [],
        confidence: 0,
        rival: 0,
        terms: [],
      }
    );
  };
  const botIds = [...bots.keys()];
  const otherBot = (bot: number) => botIds[(botIds.indexOf(bot) + 1) % botIds.length] ?? bot;

  const times: number[] = [];
  const own: number[] = [];
  const foreign: number[] = [];
  const ranks: number[] = [];
  const quotes = { asked: 0, hit1: 0, chars1: 0, hit2: 0, chars2: 0 };
  for (const question of questions) {
    const start = performance.now();
    const result = search(question.bot, question);
    times.push(performance.now() - start);
    // Passages of one document count as that document, at the rank of the best.
    const documents = [...new Set(result.hits.map(({ versionId }) => versionId))];
    ranks.push(documents.indexOf(String(question.pid)) + 1);
    own.push(result.confidence);
    if (botIds.length > 1) foreign.push(search(otherBot(question.bot), question).confidence);
    if (question.answers.length === 0) continue;
    quotes.asked++;
    const one = quotedTexts(question, result, 1);
    const two = quotedTexts(question, result, 2);
    if (holdsAnswer(one, question.answers)) quotes.hit1++;
    if (holdsAnswer(two, question.answers)) quotes.hit2++;
    quotes.chars1 += [...one.join("")].length;
    quotes.chars2 += [...two.join("")].length;
  }

  function quotedTexts(question: TaskQuestion, result: SearchResult, sentences: 1 | 2): string[] {
    const found = result.hits.slice(0, 3).flatMap((hit) => {
      const document = cut.get(hit.versionId);
      const passage = document?.passages[hit.passage];
      return document && passage
        ? [{ ...passage, title: document.title, text: document.text, score: hit.score }]
        : [];
    });
    const { quotes } = extractAnswer({
      question: question.q,
      terms: result.terms,
      confidence: result.confidence,
      passages: found,
      thresholds: { answer: 0, maybe: 0 },
      sentences,
      grows: false,
    });
    return quotes.map(({ passage, start, end }) => found[passage]?.text.slice(start, end) ?? "");
  }

  const share = (count: number, of: number) => round((count / of) * 100);
  const within = (depth: number) =>
    share(ranks.filter((rank) => rank > 0 && rank <= depth).length, ranks.length);
  const perQuote = (count: number) => (quotes.asked > 0 ? share(count, quotes.asked) : null);
  const charsPerQuote = (chars: number) => (quotes.asked > 0 ? round(chars / quotes.asked) : null);
  const kept95 = quantile(own, 0.05);
  const reciprocal = ranks.reduce((sum, rank) => sum + (rank > 0 && rank <= 10 ? 1 / rank : 0), 0);
  return {
    task,
    mode,
    questions: questions.length,
    r1: within(1),
    r3: within(3),
    r5: within(5),
    mrr10: share(reciprocal, ranks.length),
    quote1: perQuote(quotes.hit1),
    quote1_chars: charsPerQuote(quotes.chars1),
    quote2: perQuote(quotes.hit2),
    quote2_chars: charsPerQuote(quotes.chars2),
    false_at_95:
      foreign.length > 0
        ? share(foreign.filter((confidence) => confidence >= kept95).length, foreign.length)
        : null,
    query_p50_ms: round(quantile(times, 0.5), 3),
    query_p95_ms: round(quantile(times, 0.95), 3),
    build_ms_per_1000: round((buildMs / passages.length) * 1000),
    cold_load_ms_per_1000: round((loadMs / passages.length) * 1000),
    bytes_per_passage: Math.round(bytes / passages.length),
  };
}

/** Of several runs, in a process that has done it before as a server has. */
async function medianMs(run: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return quantile(times, 0.5);
}

/** A direction by chance, the same for the same name (mulberry32). */
function embed(name: string): number[] {
  let state = 0;
  for (const character of name) state = Math.imul(state ^ character.charCodeAt(0), 0x9e3779b1);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return Array.from({ length: 256 }, () => next() + next() + next() - 1.5);
}

function holdsAnswer(texts: readonly string[], answers: readonly string[]): boolean {
  const plain = (text: string) => fold(text).replace(/\s+/gu, "");
  return texts.some((text) => answers.some((answer) => plain(text).includes(plain(answer))));
}

function perturb(question: string): string {
  let perturbed = question;
  if (options.folded) perturbed = toSimplified(perturbed);
  if (options.fullwidth) {
    perturbed = perturbed.replace(/[!-~]/g, (character) =>
      String.fromCharCode(character.charCodeAt(0) + 0xfee0),
    );
  }
  if (options.spaced) perturbed = perturbed.replace(/(?<=[\u3040-\u9fff])(?=[\u3040-\u9fff])/gu, " ");
  return perturbed;
}

function toSimplified(question: string): string {
  converter ??= Converter({ from: "tw", to: "cn" });
  return converter(question);
}

/** Bytes of live objects and buffers; buffers are only freed between turns. */
async function bytesHeld(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

function printTable(rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const cells = [columns, ...rows.map((row) => Object.values(row).map((value) => String(value ?? "-")))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  for (const row of cells)
    console.log(row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("  "));
}
