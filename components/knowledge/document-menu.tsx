"use client";

import { useTransition } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { buttonClass } from "@/components/ui/button/button-class";
import type { FormAction } from "@/components/ui/form/form-action";
import { Ellipsis, Pencil, Trash2 } from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu/menu";
import { MenuButton } from "@/components/ui/menu/menu-button";
import { MenuLink } from "@/components/ui/menu/menu-link";
import { botPaths } from "@/lib/bots/bot-paths";
import { useDeleteDocument } from "./use-delete-document";

type DocumentMenuProps = {
  botId: string;
  documentId: string;
  title: string;
  actions: { remove: FormAction<void>; restore: FormAction<void> };
};

export function DocumentMenu({ botId, documentId, title, actions }: DocumentMenuProps) {
  const { knowledge, common } = useBotCatalog();
  const deleteDocument = useDeleteDocument(actions);
  const [isDeleting, startDeleting] = useTransition();
  return (
    <Menu
      label={`${common.more}${common.colon}${title}`}
      triggerClassName={`relative ${buttonClass({ variant: "quiet", size: "small" })}`}
      trigger={<Ellipsis aria-hidden className="size-4" />}
    >
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
    </Menu>
  );
}
