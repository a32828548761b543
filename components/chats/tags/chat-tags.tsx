import type { DeskActions } from "@/components/chats/desk-actions";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { TagEditor } from "@/components/tags/tag-editor";
import { useAction } from "@/components/ui/form/use-action";
import type { ChatSummary } from "@/lib/conversations/turns/turn";

type ChatTagsProps = {
  chat: Pick<ChatSummary, "id" | "tags">;
  /** Those of the team, to choose from. */
  known: readonly string[];
  actions: Pick<DeskActions, "addTag" | "removeTag">;
};

/** The open chat's tags; the feed tells all screens of changes. */
export function ChatTags({ chat, known, actions }: ChatTagsProps) {
  const words = useDashboardCatalog().chats.tags;
  const run = useAction();
  return (
    <TagEditor
      of={chat.id}
      names={chat.tags.names}
      known={known}
      knownLabel={words.ofTeam}
      add={(tag, onAdded) => run(actions.addTag, { conversationId: chat.id, tag }, onAdded)}
      remove={(tag) => run(actions.removeTag, { conversationId: chat.id, tag })}
    />
  );
}
