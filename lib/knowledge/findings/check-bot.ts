import { createHash } from "node:crypto";
import type { Db } from "@/lib/db/client";
import { inSlices } from "@/lib/in-slices";
import { toPassage } from "@/lib/knowledge/search/passage-row";
import { checkTruthInSteps } from "@/lib/knowledge/truth/check-truth";
import type { Finding, Place, TruthDocument } from "@/lib/knowledge/truth/finding";
import { atClock, showClock } from "@/lib/zone-clock";

type Checked = { id: string; teamId: string };

/**
 * Reads a bot's documents for what somebody should look at, and keeps that in place of what was found before. Requests
 * get their turns meanwhile. What is found at an older state of the documents than another run found is dropped.
 */
export async function checkBot(db: Db, { id: botId, teamId }: Checked): Promise<void> {
  const bot = await db.bot.findFirst({
    where: { id: botId, teamId, deletedAt: null },
    select: {
      name: true,
      botName: true,
      hoursZone: true,
      knowledgeVersion: true,
      team: { select: { name: true } },
    },
  });
  if (!bot) return;
  const started = Date.now();
  const today = showClock(started, bot.hoursZone).slice(0, 10);
  const documents = await readDocuments(db, { id: botId, teamId }, bot.hoursZone);
  const names = [bot.name, bot.botName, bot.team.name];
  const findings = await inSlices(checkTruthInSteps(documents, { today, names }));
  const rows = new Map(findings.map((finding) => [keyOf(finding, documents), finding]));
  const tookMs = Date.now() - started;
  await db.$transaction(async (tx) => {
    // The row also keeps two runs apart.
    const kept = await tx.$executeRaw`
      INSERT INTO truth_checks (team_id, bot_id, knowledge_version, checked_at, next_at, took_ms)
      VALUES (${teamId}::uuid, ${botId}::uuid, ${bot.knowledgeVersion}, now(),
              ${new Date(nextDay(today, bot.hoursZone))}, ${tookMs})
      ON CONFLICT (bot_id) DO UPDATE SET knowledge_version = EXCLUDED.knowledge_version,
        checked_at = EXCLUDED.checked_at, next_at = EXCLUDED.next_at, took_ms = EXCLUDED.took_ms
      WHERE truth_checks.knowledge_version <= EXCLUDED.knowledge_version`;
    if (kept === 0) return;
    await tx.finding.deleteMany({ where: { teamId, botId } });
    await tx.finding.createMany({
      data: [...rows].map(
        ([
          key,
          {
            kind,
            sureness,
            goneBy = null,
            places: [first, second],
          },
        ]) => ({
          ...{ teamId, botId, key, kind, sureness, goneBy },
          ...{ firstVersionId: first.versionId, first: toNumbers(first) },
          ...{ secondVersionId: second?.versionId ?? null, second: second ? toNumbers(second) : [] },
        }),
      ),
    });
  });
}

async function readDocuments(db: Db, { id: botId, teamId }: Checked, zone: string): Promise<TruthDocument[]> {
  const documents: (TruthDocument & { at: number })[] = [];
  let length = 0;
  for (let after = ""; length < mostCharacters; ) {
    const found = await db.document.findMany({
      where: {
        teamId,
        botId,
        deletedAt: null,
        offAt: null,
        publishedVersionId: { not: null },
        ...(after && { id: { gt: after } }),
      },
      select: {
        id: true,
        publishedVersion: {
          select: {
            ...{ id: true, title: true, content: true, createdAt: true },
            passages: { orderBy: { ordinal: "asc" } },
          },
        },
      },
      orderBy: { id: "asc" },
      take: documentsAtOnce,
    });
    for (const { id: documentId, publishedVersion } of found) {
      if (!publishedVersion) continue;
      const { id: versionId, title, content: text, createdAt, passages } = publishedVersion;
      const writtenOn = showClock(createdAt.getTime(), zone).slice(0, 10);
      documents.push({
        ...{ documentId, versionId, title, text, writtenOn, at: createdAt.getTime() },
        passages: passages.map(toPassage),
      });
      length += text.length;
    }
    if (found.length < documentsAtOnce) break;
    after = found.at(-1)?.id ?? "";
  }
  return documents.sort((one, other) => one.at - other.at);
}

const documentsAtOnce = 50;
/** UTF-16 units: what is beyond them is not read. */
const mostCharacters = 20_000_000;

function nextDay(today: string, zone: string): number {
  const tomorrow = new Date(Date.parse(today) + 36 * 60 * 60 * 1_000).toISOString().slice(0, 10);
  return atClock(`${tomorrow}T00:00`, zone);
}

/** The same as long as the documents say the same there. */
function keyOf({ kind, places }: Finding, documents: readonly TruthDocument[]): string {
  const texts = places.map(({ documentId, versionId, start, end }) => {
    const text = documents.find((document) => document.versionId === versionId)?.text.slice(start, end) ?? "";
    return `${documentId}\n${text}`;
  });
  return createHash("sha256")
    .update([kind, ...texts.sort()].join("\n\n"))
    .digest("hex");
}

function toNumbers({ ordinal, start, end, marks }: Place): number[] {
  return [ordinal, start, end, ...marks.flatMap((mark) => [mark.start, mark.end])];
}
