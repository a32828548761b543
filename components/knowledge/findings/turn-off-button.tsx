"use client";

import { useTransition } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import {
  type ChangeDocuments,
  useChangeDocuments,
} from "@/components/knowledge/organise/use-change-documents";
import { Button } from "@/components/ui/button/button";

type TurnOffButtonProps = { botId: string; documentId: string; title: string; action: ChangeDocuments };

/** Lets a document answer nothing, from where something in it is shown. */
export function TurnOffButton({ botId, documentId, title, action }: TurnOffButtonProps) {
  const { findings: words } = useBotCatalog().knowledge;
  const change = useChangeDocuments(action, botId);
  const [isPending, start] = useTransition();
  return (
    <Button
      size="small"
      variant="quiet"
      isPending={isPending}
      aria-label={words.turnOffLabel(title)}
      onClick={() => {
        if (!isPending) start(() => change({ ids: [documentId] }, "off"));
      }}
    >
      {words.turnOff}
    </Button>
  );
}
