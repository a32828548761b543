import type { Db } from "@/lib/db/client";
import { type BotDocument, vectorState } from "@/lib/knowledge/index/bot-index";
import type { SearchableBot } from "./searchable-bot";

/**
 * The search data of each document of a bot as it answers now, or in the version that the bot is to be tried with. `id`
 * is that of the document version: its text never changes.
 */
export async function* readSegments(
  db: Db,
  { id: botId, teamId, versions }: Pick<SearchableBot, "id" | "teamId" | "versions">,
): AsyncGenerator<BotDocument> {
  const others = new Map(
    versions &&
      (
        await db.documentVersion.findMany({
          where: { teamId, id: { in: [...versions.values()] }, document: { botId } },
          select: { documentId: true, ...searchData },
        })
      ).flatMap(({ documentId, ...version }) =>
        versions.get(documentId) === version.id ? [[documentId, version] as const] : [],
      ),
  );
  let last: string | undefined;
  do {
    const documents = await db.document.findMany({
      where: { teamId, botId, deletedAt: null, offAt: null, id: { gt: last } },
      select: {
        id: true,
        publishedVersion: { select: searchData },
      },
      orderBy: { id: "asc" },
      take: documentsAtOnce,
    });
    for (const { id, publishedVersion } of documents) {
      const version = others.get(id) ?? publishedVersion;
      if (version?.segment) yield { ...version, segment: version.segment };
    }
    last = documents.length < documentsAtOnce ? undefined : documents.at(-1)?.id;
  } while (last !== undefined);
}

const searchData = { id: true, segment: true, vectors: true, vectorModel: true } as const;
const documentsAtOnce = 200;

/** Each document version of a bot that answers, with the state of its vectors as `BotIndex` names it. */
export async function readDocumentStates(
  db: Db,
  { id: botId, teamId }: Pick<SearchableBot, "id" | "teamId">,
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; model: string | null; bytes: number | null }[]>`
    SELECT v.id::text AS id, v.vector_model AS model, octet_length(v.vectors) AS bytes
    FROM documents d JOIN document_versions v ON v.id = d.published_version_id AND v.document_id = d.id
    WHERE d.team_id = ${teamId}::uuid AND d.bot_id = ${botId}::uuid AND d.deleted_at IS NULL AND d.off_at IS NULL
      AND v.segment IS NOT NULL`;
  return new Map(rows.map(({ id, model, bytes }) => [id, vectorState(model, bytes)]));
}

/** The search data of some versions of a bot's documents. */
export async function readSegmentsOf(
  db: Db,
  { id: botId, teamId }: Pick<SearchableBot, "id" | "teamId">,
  versionIds: readonly string[],
): Promise<BotDocument[]> {
  const versions = await db.documentVersion.findMany({
    where: { teamId, id: { in: [...versionIds] }, document: { botId } },
    select: searchData,
  });
  return versions.flatMap(({ segment, ...version }) => (segment ? [{ ...version, segment }] : []));
}
