"use client";

import { useTransition } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import type { FormAction } from "@/components/ui/form/form-action";
import { Eye, EyeOff, Pencil, Trash2 } from "@/components/ui/icons";
import { MenuButton } from "@/components/ui/menu/menu-button";
import { MenuLink } from "@/components/ui/menu/menu-link";
import { RowMenu } from "@/components/ui/menu/row-menu";
import { botPaths } from "@/lib/bots/bot-paths";
import { type ChangeDocuments, useChangeDocuments } from "./organise/use-change-documents";
import { useDeleteDocument } from "./use-delete-document";

type DocumentMenuProps = {
  botId: string;
  documentId: string;
  title: string;
  isOff: boolean;
  iconId: string;
  actions: { remove: FormAction<void>; restore: FormAction<void>; change: ChangeDocuments };
};

export function DocumentMenu({ botId, documentId, title, isOff, iconId, actions }: DocumentMenuProps) {
  const { knowledge, common } = useBotCatalog();
  const deleteDocument = useDeleteDocument(actions);
  const [isDeleting, startDeleting] = useTransition();
  const change = useChangeDocuments(actions.change, botId);
  const Power = isOff ? Eye : EyeOff;
  return (
    <RowMenu label={`${common.more}${common.colon}${title}`} iconId={iconId}>
      {() => (
        <>
          <MenuLink href={botPaths(botId).document(documentId)}>
            <Pencil aria-hidden />
            {common.edit}
          </MenuLink>
          <MenuButton onClick={() => void change({ ids: [documentId] }, isOff ? "on" : "off")}>
            <Power aria-hidden />
            {isOff ? knowledge.organise.turnOn : knowledge.organise.turnOff}
          </MenuButton>
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
