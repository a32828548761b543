import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Eye } from "@/components/ui/icons";
import { usePresence } from "./use-presence";

const delays = ["", "[animation-delay:200ms]", "[animation-delay:400ms]"];

/**
 * Says of the open chat whether its visitor is writing, and who else has it before them or writes in it; nothing
 * where nobody does.
 */
export function ChatPresence({ conversationId, position }: { conversationId: string; position: string }) {
  const words = useDashboardCatalog().chats.desk;
  const { others, isVisitorTyping } = usePresence(position, conversationId);
  const typing = others.filter(({ isTyping }) => isTyping);
  const shown = typing.length > 0 ? typing : others;
  const names = shown.map(({ name }) => name).join("、");
  return (
    <div role="status" className="px-4 text-sm text-ink-soft xl:px-6">
      {(isVisitorTyping || shown.length > 0) && (
        <div className="mx-auto flex max-w-form flex-wrap items-center gap-x-4 gap-y-1 pb-2">
          {isVisitorTyping && (
            <p className="flex items-center gap-2">
              <span aria-hidden className="flex gap-1">
                {delays.map((delay) => (
                  <i key={delay} className={`size-1.5 animate-pulse rounded-full bg-accent ${delay}`} />
                ))}
              </span>
              {words.visitorTyping}
            </p>
          )}
          {shown.length > 0 && (
            <p translate="no" className="flex min-w-0 items-center gap-1.5">
              <Eye aria-hidden className="size-4 shrink-0 text-accent" />
              <span className="truncate">
                {typing.length > 0 ? words.typingHere(names) : words.alsoHere(names)}
              </span>
            </p>
          )}
        </div>
      )}
    </div>
  );
}
