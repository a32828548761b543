import type { Db } from "@/lib/db/client";
import type { BotIndex } from "@/lib/knowledge/index/bot-index";
import { readDocumentStates, readSegmentsOf } from "./read-segments";
import type { SearchableBot } from "./searchable-bot";

/** More documents at once are loaded anew, as are a bot's that are few: what is let go is hidden only. */
const most = { takenIn: 24, letGo: 200 };
const fewDocuments = 100;
/** Of the passages, those that are hidden: they count among those that have a word until they are loaded anew. */
const mostHidden = 0.1;

/**
 * Takes into a bot's index what answers and isn't in it, and lets go what answers no more: nothing else of the bot is
 * read. False, with the index as it was, where so much changed that it is better made anew.
 */
export async function updateIndex(
  db: Db,
  bot: Pick<SearchableBot, "id" | "teamId">,
  index: BotIndex,
): Promise<boolean> {
  const wanted = await readDocumentStates(db, bot);
  const had = index.documents;
  if (wanted.size < fewDocuments || index.hiddenShare > mostHidden) return false;
  const toTakeIn = [...wanted].flatMap(([id, state]) => (had.get(id) === state ? [] : [id]));
  const toLetGo = [...had].flatMap(([id, state]) => (wanted.get(id) === state ? [] : [id]));
  if (toTakeIn.length > most.takenIn || toLetGo.length > most.letGo) return false;
  const documents = toTakeIn.length > 0 ? await readSegmentsOf(db, bot, toTakeIn) : [];
  for (const id of toLetGo) index.remove(id);
  for (const document of documents) index.add(document);
  return true;
}
