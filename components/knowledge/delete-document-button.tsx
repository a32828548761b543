"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Button } from "@/components/ui/button/button";
import type { FormAction } from "@/components/ui/form/form-action";
import { Trash2 } from "@/components/ui/icons";
import { botPaths } from "@/lib/bots/bot-paths";
import { useDeleteDocument } from "./use-delete-document";

type DeleteDocumentButtonProps = {
  botId: string;
  documentId: string;
  title: string;
  actions: { remove: FormAction<void>; restore: FormAction<void> };
};

/** On the document's own page: deletes it and goes back to the list. */
export function DeleteDocumentButton({ botId, documentId, title, actions }: DeleteDocumentButtonProps) {
  const words = useBotCatalog().knowledge.remove;
  const router = useRouter();
  const deleteDocument = useDeleteDocument(actions);
  const [isDeleting, startDeleting] = useTransition();
  return (
    <Button
      isPending={isDeleting}
      icon={<Trash2 aria-hidden className="size-4" />}
      onClick={() =>
        startDeleting(async () => {
          await deleteDocument(botId, documentId, title, () => router.replace(botPaths(botId).knowledge));
        })
      }
    >
      {words.submit}
    </Button>
  );
}
