import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Avatar } from "@/components/ui/avatar/avatar";
import { Dialog } from "@/components/ui/dialog";
import { Check } from "@/components/ui/icons";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { languageOf } from "@/lib/language/language-of";

/** A member of the team, to give chats to. */
export type Colleague = { id: string; name: string; face?: string | undefined };

type AssignDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  chat: Pick<ChatSummary, "desk"> | undefined;
  colleagues: readonly Colleague[];
  userId: string;
  assign: (userId: string) => Promise<void>;
};

/** Chooses who is to have the open chat. */
export function AssignDialog({ isOpen, onClose, chat, colleagues, userId, assign }: AssignDialogProps) {
  const words = useDashboardCatalog().chats.desk;
  const holder = chat?.desk.state === "taken" ? chat.desk.assignee?.id : undefined;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words.assignTitle} description={words.assignHelp}>
      <ul className="-mx-2 flex max-h-80 flex-col overflow-y-auto">
        {colleagues.map(({ id, name, face }) => (
          <li key={id}>
            <button
              type="button"
              disabled={id === holder}
              onClick={() => {
                onClose();
                void assign(id);
              }}
              className="flex w-full min-h-11 items-center gap-3 rounded-control px-2 text-left enabled:hover:bg-surface-2 disabled:text-ink-soft"
            >
              <Avatar name={name} imageUrl={face} size="small" />
              <span translate="no" lang={languageOf(name)} className="min-w-0 flex-1 truncate">
                {id === userId ? words.assignMe(name) : name}
              </span>
              {id === holder && (
                <span className="inline-flex shrink-0 items-center gap-1 text-sm">
                  <Check aria-hidden className="size-4" />
                  {words.hasIt}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {colleagues.length < 2 && <p className="text-ink-soft">{words.assignAlone}</p>}
    </Dialog>
  );
}
