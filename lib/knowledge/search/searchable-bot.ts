import type { WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import type { PastedKnowledge } from "./paste-knowledge";

/** A bot as far as its knowledge is searched. */
export type SearchableBot = Pick<WidgetBot, "id" | "teamId" | "knowledgeVersion" | "wordings"> & {
  /** By the ids of documents, versions that are searched in the place of the published ones. */
  versions?: ReadonlyMap<string, string>;
  /** Searched instead of its documents. */
  pasted?: PastedKnowledge;
};
