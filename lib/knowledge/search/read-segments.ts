import type { Db } from "@/lib/db/client";
import type { BotDocument } from "@/lib/knowledge/index/bot-index";
import type { SearchableBot } from "./searchable-bot";

/**
 * The search data of each document of a bot as it answers now. `id` is that of the document version: its text never
 * changes.
 */
export async function* readSegments(
  db: Db,
  { id: botId, teamId }: Pick<SearchableBot, "id" | "teamId">,
): AsyncGenerator<BotDocument> {
  let last: string | undefined;
  do {
    const documents = await db.document.findMany({
      where: { teamId, botId, deletedAt: null, id: { gt: last } },
      select: {
        id: true,
        publishedVersion: { select: { id: true, segment: true, vectors: true, vectorModel: true } },
      },
      orderBy: { id: "asc" },
      take: documentsAtOnce,
    });
    for (const { publishedVersion } of documents) {
      const segment = publishedVersion?.segment;
      if (publishedVersion && segment) yield { ...publishedVersion, segment };
    }
    last = documents.length < documentsAtOnce ? undefined : documents.at(-1)?.id;
  } while (last !== undefined);
}

const documentsAtOnce = 200;
