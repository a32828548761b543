import { randomUUID } from "node:crypto";
import { prepareVersion } from "@/lib/knowledge/documents/versions/prepare-version";
import { BotIndex } from "@/lib/knowledge/index/bot-index";
import type { Passage } from "@/lib/language/passage";

/** A text that is searched as a bot's one document, and stands nowhere but in memory. */
export type PastedKnowledge = {
  id: string;
  title: string;
  text: string;
  passages: Passage[];
  index: BotIndex;
};

/** Reads and indexes a text as a document is when it is saved. */
export async function pasteKnowledge(title: string, text: string): Promise<PastedKnowledge> {
  const id = randomUUID();
  const { passages, segment } = await prepareVersion(title, text);
  return { id, title, text, passages, index: await BotIndex.load([{ id, segment }]) };
}
