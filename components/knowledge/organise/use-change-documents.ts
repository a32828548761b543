"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import { useToast } from "@/components/ui/toast/use-toast";

export type DocumentChange = "tag" | "untag" | "on" | "off" | "delete" | "restore";
export type ChangeDocuments = FormAction<{ changed: string[] }>;

/** Of which documents: those of the ids, or all that the list's address wants. */
export type WhichDocuments = { ids: readonly string[] } | { matching: string };

type Options = {
  tag?: string;
  /** Told when it is done. */
  onDone?: () => void;
  /** Says nothing of what came of it, where the page shows it. */
  isQuiet?: boolean;
};

const opposite: Record<DocumentChange, DocumentChange> = {
  ...{ tag: "untag", untag: "tag", on: "off", off: "on" },
  ...{ delete: "restore", restore: "delete" },
};

/** Changes documents of a bot at once, says of how many, and offers to undo it. */
export function useChangeDocuments(action: ChangeDocuments, botId: string) {
  const { knowledge, common } = useBotCatalog();
  const words = knowledge.organise;
  const showToast = useToast();
  const run = useAction();

  return async (
    which: WhichDocuments,
    change: DocumentChange,
    { tag, onDone, isQuiet = false }: Options = {},
  ): Promise<void> => {
    const fieldsOf = (what: DocumentChange, of: WhichDocuments) => ({
      ...("matching" in of ? { matching: of.matching } : { documentIds: of.ids.join(",") }),
      ...{ botId, change: what },
      ...(tag !== undefined && { tag }),
    });
    await run(action, fieldsOf(change, which), ({ changed }) => {
      onDone?.();
      if (isQuiet) return;
      if (changed.length === 0) return showToast({ message: words.nothing });
      const undo = () => {
        const back = fieldsOf(opposite[change], { ids: changed });
        void run(action, back, () => showToast({ message: words.undone(changed.length) }));
      };
      showToast({
        message: words.done[change](changed.length, tag ?? ""),
        action: { label: common.undo, run: undo },
      });
    });
  };
}
