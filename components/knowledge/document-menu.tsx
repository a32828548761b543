"use client";

import { useTransition } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import type { FormAction } from "@/components/ui/form/form-action";
import { Pencil, Trash2 } from "@/components/ui/icons";
import { MenuButton } from "@/components/ui/menu/menu-button";
import { MenuLink } from "@/components/ui/menu/menu-link";
import { RowMenu } from "@/components/ui/menu/row-menu";
import { botPaths } from "@/lib/bots/bot-paths";
import { useDeleteDocument } from "./use-delete-document";

type DocumentMenuProps = {
  botId: string;
  documentId: string;
  title: string;
  iconId: string;
  actions: { remove: FormAction<void>; restore: FormAction<void> };
};

export function DocumentMenu({ botId, documentId, title, iconId, actions }: DocumentMenuProps) {
  const { knowledge, common } = useBotCatalog();
  const deleteDocument = useDeleteDocument(actions);
  const [isDeleting, startDeleting] = useTransition();
  return (
    <RowMenu label={`${common.more}${common.colon}${title}`} iconId={iconId}>
      {() => (
        <>
          <MenuLink href={botPaths(botId).document(documentId)}>
            <Pencil aria-hidden />
            {common.edit}
          </MenuLink>
          <MenuButton
            tone="danger"
            disabled={isDeleting}
            onClick={() =>
              startDeleting(async () => {
                await deleteDocument(botId, documentId, title);
              })
            }
          >
            <Trash2 aria-hidden />
            {knowledge.remove.submit}
          </MenuButton>
        </>
      )}
    </RowMenu>
  );
}
