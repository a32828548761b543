import { useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { VisitorCard } from "./visitor-card";

/** What is kept of the open chat's visitor, above the transcript, where there is no room beside it. */
export function VisitorDisclosure({ chat }: { chat: ChatSummary }) {
  const words = useDashboardCatalog().chats.visitor;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className="border-b border-line px-4 py-2 text-sm xl:px-6"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary className="w-fit cursor-pointer py-1 text-ink-soft hover:text-ink">
        {chat.visitor ? `${words.title} · ${words.unverified}` : words.about}
      </summary>
      <div className="max-h-60 overflow-y-auto py-2">
        {isOpen && <VisitorCard conversationId={chat.id} visitorTurns={chat.visitorTurns} isFolded />}
      </div>
    </details>
  );
}
