import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Ctx } from "@/lib/context";
import type { Prisma } from "@/lib/db/generated/client";
import { splitReading } from "@/lib/knowledge/sources/split-reading";
import { languageOf } from "@/lib/language/language-of";
import type { Reading } from "@/lib/reading/reading";
import type { Frontier } from "./frontier";
import type { Came } from "./visit-page";
import { newRunOver, type WebPage, type WebSource } from "./web-source";

type PageData = Prisma.SourcePageUncheckedUpdateManyInput;

/**
 * Writes how a page was found, and counts it as looked at in this run. Throws RunOver where the source isn't being
 * fetched in this round any more, or the page is left out meanwhile.
 */
export async function markPage(
  { db }: Pick<Ctx, "db">,
  source: WebSource,
  page: WebPage,
  data: PageData,
  alsoDo?: (tx: Prisma.TransactionClient) => Promise<void>,
): Promise<void> {
  const { id, round } = source;
  await db.$transaction(
    async (tx) => {
      const where = { id, round, state: "reading" as const };
      const { count } = await tx.source.updateMany({ where, data: { progressDone: { increment: 1 } } });
      if (count === 0) throw newRunOver();
      const kept = await tx.sourcePage.updateMany({
        where: { id: page.id, choice: page.choice },
        data: { ...data, round },
      });
      if (kept.count > 0) await alsoDo?.(tx);
    },
    { timeout: 60_000 },
  );
}

/**
 * Keeps what was read of a page beside the source, in place of what waited there of it before; what is the same as
 * before changes nothing. Another page with the same text, or in another language than is wanted, is left out unless it
 * answers already.
 */
export async function keepReading(
  ctx: Ctx,
  source: WebSource,
  page: WebPage,
  came: Came,
  reading: Reading,
  frontier: Frontier,
): Promise<void> {
  const now = new Date();
  const arrived = marksOf(came, now);
  const fault = faultOf(reading);
  // Without the marks of its state it comes whole the next time.
  if (fault) return markPage(ctx, source, page, { state: "failed", fault, fetchedAt: now });
  const documents = splitReading(reading.title, reading.parts);
  const textHash = hashOf(JSON.stringify(documents.map(({ title, content }) => [title, content])));
  const title = documents[0]?.title ?? "";
  if (textHash === page.textHash && page.state !== "skipped")
    return markPage(ctx, source, page, { ...arrived, state: "read", fault: null });
  const skipped =
    page.choice !== "open" ? null : await whySkipped(ctx, source, page, { textHash, reading, frontier });
  if (skipped)
    return markPage(
      ctx,
      source,
      page,
      { ...arrived, title, textHash, state: "skipped", fault: skipped },
      async (tx) => {
        await tx.sourcePart.deleteMany({ where: { pageId: page.id } });
      },
    );
  const parts = documents.map(({ key, ...document }) => ({
    ...document,
    key: hashOf(JSON.stringify([page.id, key])).slice(0, 32),
  }));
  const data = { ...arrived, title, textHash, state: "read" as const, fault: null, changedAt: now };
  await markPage(ctx, source, page, { ...data, partKeys: parts.map(({ key }) => key) }, async (tx) => {
    const { id: sourceId, teamId } = source;
    await tx.sourcePart.deleteMany({ where: { pageId: page.id } });
    const { _max: max } = await tx.sourcePart.aggregate({ where: { sourceId }, _max: { ordinal: true } });
    for (const [at, part] of parts.entries()) {
      await setImmediate();
      const ordinal = (max.ordinal ?? -1) + 1 + at;
      await tx.sourcePart.create({ data: { teamId, sourceId, pageId: page.id, ordinal, ...part } });
    }
  });
}

/** By which it is known the next time whether it changed. */
export function marksOf({ etag, lastModified, bodyHash }: Came, fetchedAt = new Date()) {
  return { etag, lastModified, bodyHash, fetchedAt };
}

function faultOf({ fault, type, page }: Reading): string | null {
  if (fault) return fault === "no_text" && type === "html" ? "drawn_by_scripts" : fault;
  if (page?.isScripted) return page.hasPassword ? "needs_login" : "drawn_by_scripts";
  return null;
}

async function whySkipped(
  { db }: Ctx,
  { id: sourceId, origin }: WebSource,
  page: WebPage,
  { textHash, reading, frontier }: { textHash: string; reading: Reading; frontier: Frontier },
): Promise<"same_as" | "other_language" | null> {
  if (origin !== "site") return null;
  const { language } = frontier.settings;
  const told = reading.page?.language || languageOf(reading.parts[0]?.text.slice(0, 2_000) ?? "") || "";
  if (language !== "" && told !== "" && told.split("-", 1)[0]?.toLowerCase() !== language)
    return "other_language";
  const where = { sourceId, textHash, state: "read" as const, id: { not: page.id } };
  return (await db.sourcePage.count({ where })) > 0 ? "same_as" : null;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
