"use client";

import { use } from "react";
import { LocaleContext } from "@/components/ui/locale-provider";
import type { FormAction } from "@/components/ui/use-action-form";
import { useCatalog } from "@/components/ui/use-catalog";
import { useToast } from "@/components/ui/use-toast";
import { errorMessage } from "@/lib/i18n/error-message";

type DocumentActions = { remove: FormAction<void>; restore: FormAction<void> };

/** Deletes a document and offers to undo it; true when it is gone. */
export function useDeleteDocument({ remove, restore }: DocumentActions) {
  const { knowledge, common } = useCatalog();
  const { locale } = use(LocaleContext);
  const showToast = useToast();

  const run = async (action: FormAction<void>, botId: string, documentId: string) => {
    const form = new FormData();
    form.set("botId", botId);
    form.set("documentId", documentId);
    const state = await action({ status: "idle" }, form);
    if (state.status !== "error") return true;
    showToast({ message: errorMessage(locale, state), tone: "bad" });
    return false;
  };

  return async (botId: string, documentId: string, title: string): Promise<boolean> => {
    if (!(await run(remove, botId, documentId))) return false;
    const undo = async () => {
      if (await run(restore, botId, documentId)) showToast({ message: knowledge.remove.undone(title) });
    };
    showToast({ message: knowledge.remove.done(title), action: { label: common.undo, run: undo } });
    return true;
  };
}
