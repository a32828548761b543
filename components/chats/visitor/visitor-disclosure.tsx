import { useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { VisitorFacts } from "./visitor-facts";

/** What the page said of the open chat's visitor, above the transcript, where there is no room beside it. */
export function VisitorDisclosure({ conversationId }: { conversationId: string }) {
  const words = useDashboardCatalog().chats.visitor;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className="border-b border-line px-4 py-2 text-sm xl:px-6"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary className="w-fit cursor-pointer py-1 text-ink-soft hover:text-ink">
        {`${words.title} · ${words.unverified}`}
      </summary>
      <div className="max-h-40 overflow-y-auto">
        {isOpen && <VisitorFacts conversationId={conversationId} />}
      </div>
    </details>
  );
}
