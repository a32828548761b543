import type { Db } from "@/lib/db/client";
import type { BotDocument } from "@/lib/knowledge/index/bot-index";
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
