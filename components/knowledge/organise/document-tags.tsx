"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { TagEditor } from "@/components/tags/tag-editor";
import { type ChangeDocuments, useChangeDocuments } from "./use-change-documents";

type DocumentTagsProps = {
  botId: string;
  documentId: string;
  names: readonly string[];
  /** Those of the bot's documents, to choose from. */
  known: readonly string[];
  action: ChangeDocuments;
};

export function DocumentTags({ botId, documentId, names, known, action }: DocumentTagsProps) {
  const words = useBotCatalog().knowledge.organise;
  const change = useChangeDocuments(action, botId);
  const which = { ids: [documentId] };
  return (
    <TagEditor
      of={documentId}
      names={names}
      known={known}
      knownLabel={words.knownTags}
      add={(tag, onDone) => change(which, "tag", { tag, onDone, isQuiet: true })}
      remove={(tag) => change(which, "untag", { tag, isQuiet: true })}
    />
  );
}
