import { useState } from "react";
import type { DeskActions } from "@/components/chats/desk-actions";
import { ChatTags } from "@/components/chats/tags/chat-tags";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { TagMarks } from "@/components/tags/tag-marks";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { ChatRemoval } from "./chat-removal";
import { VisitorCard } from "./visitor-card";

type VisitorDisclosureProps = { chat: ChatSummary; tags: readonly string[]; actions: DeskActions };

/** The open chat's tags and what is kept of its visitor, above the transcript, where there is no room beside it. */
export function VisitorDisclosure({ chat, tags, actions }: VisitorDisclosureProps) {
  const words = useDashboardCatalog().chats.visitor;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className="border-b border-line px-4 py-2 text-sm xl:px-6"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary className="max-w-full cursor-pointer py-1 text-ink-soft hover:text-ink">
        <span className="inline-flex max-w-[calc(100%-1.5rem)] items-center gap-2 align-top">
          <span className="min-w-24 shrink-[20] truncate">
            {chat.visitor ? `${words.title} · ${words.unverified}` : words.about}
          </span>
          {!isOpen && <TagMarks names={chat.tags.names} />}
        </span>
      </summary>
      <div className="-mx-1 flex max-h-60 flex-col gap-4 overflow-y-auto px-1 py-2">
        {isOpen && <ChatTags chat={chat} known={tags} actions={actions} />}
        {isOpen && <VisitorCard conversationId={chat.id} visitorTurns={chat.visitorTurns} isFolded />}
        {isOpen && <ChatRemoval conversationId={chat.id} remove={actions.remove} />}
      </div>
    </details>
  );
}
