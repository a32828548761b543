import { setTimeout as sleep } from "node:timers/promises";
import { forgetBotToken } from "@/lib/bots/token/get-bot-by-token";
import type { Db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { encodeVectors } from "@/lib/knowledge/index/vectors";
import { toPassage } from "@/lib/knowledge/search/passage-row";
import type { Passage } from "@/lib/language/passage";
import { log } from "@/lib/log";
import type { EmbeddingClient } from "@/lib/model/embedding-client";
import { isModelError, ModelError, type ModelFault } from "@/lib/model/model-error";

export type EmbedOptions = {
  /** Of this bot alone. */
  bot?: { id: string; teamId: string };
  /** Told after each version how many are done of how many there were to do. */
  progress?: (done: number, total: number) => Promise<void>;
  /** Milliseconds before a call is tried for the second time; doubled for each further time. */
  retryPauseMs?: number;
  isStopped?: () => boolean;
};

export type EmbedOutcome = {
  /** Document versions. */
  embedded: string[];
  /** Searched by their words alone, or by the vectors they had. */
  failed: string[];
  /** The endpoint can't be used at all at the moment. */
  isDown: boolean;
  /** Of the last that failed; null when none did. */
  fault: ModelFault | null;
};

/**
 * Embeds the documents that answer and have no vectors of the client's model yet, some at a time. Until a document's
 * are complete its old ones serve, and it answers without any. A document that the endpoint gives no usable vectors for
 * is passed over; when it fails altogether the rest waits for another time.
 */
export async function embedPending(
  db: Db,
  client: EmbeddingClient,
  { bot, progress, retryPauseMs = 1_000, isStopped = () => false }: EmbedOptions = {},
): Promise<EmbedOutcome> {
  const store = (
    { id, teamId }: { id: string; teamId: string },
    data: Prisma.DocumentVersionUpdateManyMutationInput,
  ) => db.documentVersion.updateMany({ where: { id, teamId }, data });
  /** Bots whose vectors are made anew, once. */
  const renewed = new Set<string>();
  const outcome: EmbedOutcome = { embedded: [], failed: [], isDown: false, fault: null };
  const total = progress ? await db.documentVersion.count({ where: pendingOf(client.model, bot) }) : 0;
  while (!isStopped()) {
    const pending = await findPending(db, client.model, outcome.failed, bot);
    if (pending.length === 0) break;
    const changedBots = new Map<string, string>();
    for (const version of pending) {
      if (isStopped()) break;
      try {
        const embeddings = await embedTexts(client, version.texts, retryPauseMs);
        const usual = await usualDimension(db, version, client.model);
        if (usual !== null && embeddings.some(({ length }) => length !== usual)) {
          const isNew = !renewed.has(version.botId) && (await hasOtherDimension(db, client, version, usual));
          if (!isNew) throw new ModelError("broken");
          renewed.add(version.botId);
          await forgetVectors(db, version, client.model);
        }
        const vectors = encodeVectors(embeddings);
        await store(version, { vectors, vectorModel: client.model, vectorFault: null });
        outcome.embedded.push(version.id);
        changedBots.set(version.botId, version.teamId);
      } catch (error) {
        if (!isModelError(error)) throw error;
        const { fault, status } = error;
        log("warn", "a document is not embedded: its words alone find it, or its old vectors", {
          documentId: version.documentId,
          model: client.model,
          fault,
          status,
        });
        await store(version, { vectorFault: fault });
        outcome.failed.push(version.id);
        outcome.fault = fault;
        outcome.isDown = fault !== "broken" && fault !== "request_refused";
        if (outcome.isDown) break;
      }
      await progress?.(outcome.embedded.length + outcome.failed.length, total);
    }
    for (const [botId, teamId] of changedBots) await stepKnowledge(db, botId, teamId);
    if (outcome.isDown) break;
  }
  return outcome;
}

/** Before the bots' indexes are loaded anew. */
const versionsAtOnce = 20;
const textsAtOnce = 64;
/** UTF-16 units: what models take, with room for languages of many tokens. */
const maxTextLength = 6_000;
const triesAtMost = 5;
const longestPauseMs = 60_000;

/** The versions that answer and have no vectors of the model. */
export function pendingOf(model: string, bot: EmbedOptions["bot"]): Prisma.DocumentVersionWhereInput {
  return {
    ...(bot ? { teamId: bot.teamId } : {}),
    publishedAs: { deletedAt: null, bot: { deletedAt: null, ...(bot ? { id: bot.id } : {}) } },
    passages: { some: {} },
    OR: [{ vectorModel: null }, { vectorModel: { not: model } }],
  };
}

async function findPending(db: Db, model: string, except: readonly string[], bot: EmbedOptions["bot"]) {
  const versions = await db.documentVersion.findMany({
    where: { id: { notIn: [...except] }, ...pendingOf(model, bot) },
    select: {
      id: true,
      teamId: true,
      documentId: true,
      title: true,
      content: true,
      publishedAs: { select: { botId: true } },
      passages: { orderBy: { ordinal: "asc" } },
    },
    orderBy: { id: "asc" },
    take: versionsAtOnce,
  });
  return versions.flatMap(({ publishedAs, passages, title, content, ...version }) =>
    publishedAs
      ? [
          {
            ...version,
            botId: publishedAs.botId,
            texts: passages.map((row) => embeddedText(title, content, toPassage(row))),
          },
        ]
      : [],
  );
}

/**
 * As `encodeVectors` wrote it into the vectors that most of the bot's documents have of this model;
 * null while none has.
 */
async function usualDimension(
  db: Db,
  { botId, teamId }: { botId: string; teamId: string },
  model: string,
): Promise<number | null> {
  const [usual] = await db.$queryRaw<{ dimension: Uint8Array }[]>`
    SELECT substring(v.vectors FROM 5 FOR 4) AS dimension
    FROM documents d JOIN document_versions v ON v.id = d.published_version_id AND v.team_id = d.team_id
    WHERE d.team_id = ${teamId}::uuid AND d.bot_id = ${botId}::uuid AND d.deleted_at IS NULL AND v.vector_model = ${model}
    GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`;
  return usual ? Buffer.from(usual.dimension).readUInt32LE() : null;
}

type OfBot = { botId: string; teamId: string };

/** Whether the endpoint gives vectors of another dimension now for a text that it gave the usual one for. */
async function hasOtherDimension(
  db: Db,
  client: EmbeddingClient,
  { botId, teamId }: OfBot,
  usual: number,
): Promise<boolean> {
  const known = await db.documentVersion.findFirst({
    where: { teamId, vectorModel: client.model, publishedAs: { botId, deletedAt: null } },
    select: { title: true, content: true, passages: { orderBy: { ordinal: "asc" }, take: 1 } },
  });
  const [first] = known?.passages ?? [];
  if (!known || !first) return false;
  const [vector] = await client.embed([embeddedText(known.title, known.content, toPassage(first))]);
  return vector !== undefined && vector.length !== usual;
}

/** Another model answers under the same name: what the bot has of it is no use to its questions, and is made anew. */
async function forgetVectors(db: Db, { botId, teamId }: OfBot, model: string): Promise<void> {
  await db.documentVersion.updateMany({
    where: { teamId, vectorModel: model, publishedAs: { botId } },
    data: { vectorModel: null },
  });
}

/** A passage with what it stands under; of a question-answer pair both. */
function embeddedText(title: string, content: string, { headings, start, end }: Passage): string {
  return [title, ...headings, content.slice(start, end)].join("\n").slice(0, maxTextLength);
}

async function embedTexts(
  client: EmbeddingClient,
  texts: readonly string[],
  retryPauseMs: number,
): Promise<number[][]> {
  const embeddings: number[][] = [];
  for (let from = 0; from < texts.length; from += textsAtOnce) {
    embeddings.push(...(await embedBatch(client, texts.slice(from, from + textsAtOnce), retryPauseMs)));
  }
  if (embeddings.some(({ length }) => length !== embeddings[0]?.length)) throw new ModelError("broken");
  return embeddings;
}

async function embedBatch(
  client: EmbeddingClient,
  texts: readonly string[],
  retryPauseMs: number,
): Promise<number[][]> {
  for (let tries = 1; ; tries++) {
    try {
      return await client.embed(texts);
    } catch (error) {
      if (!isModelError(error) || !canRetry(error) || tries === triesAtMost) throw error;
      const pauseMs = error.retryAfterMs ?? retryPauseMs * 2 ** (tries - 1);
      if (pauseMs > longestPauseMs) throw error;
      await sleep(pauseMs);
    }
  }
}

function canRetry({ fault }: ModelError): boolean {
  return fault === "rate_limited" || fault === "unavailable" || fault === "timed_out";
}

/** Lets every instance load the bot's index anew. */
async function stepKnowledge(db: Db, botId: string, teamId: string): Promise<void> {
  const [bot] = await db.bot.updateManyAndReturn({
    where: { id: botId, teamId },
    data: { knowledgeVersion: { increment: 1 } },
    select: { widgetToken: true },
  });
  if (bot) forgetBotToken(bot.widgetToken);
}
