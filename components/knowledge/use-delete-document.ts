"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import { useToast } from "@/components/ui/toast/use-toast";

type DocumentActions = { remove: FormAction<void>; restore: FormAction<void> };

/** Moves a document to the bin and offers to undo it; `onGone` is told when it is there. */
export function useDeleteDocument({ remove, restore }: DocumentActions) {
  const { knowledge, common } = useBotCatalog();
  const showToast = useToast();
  const run = useAction();

  return async (botId: string, documentId: string, title: string, onGone?: () => void): Promise<void> => {
    const form = new FormData();
    form.set("botId", botId);
    form.set("documentId", documentId);
    const undo = () => {
      void run(restore, form, () => showToast({ message: knowledge.remove.undone(title) }));
    };
    await run(remove, form, () => {
      showToast({ message: knowledge.remove.done(title), action: { label: common.undo, run: undo } });
      onGone?.();
    });
  };
}
