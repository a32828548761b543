"use client";

import { useTransition } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Button } from "@/components/ui/button/button";
import { Eye, EyeOff } from "@/components/ui/icons";
import { type ChangeDocuments, useChangeDocuments } from "./use-change-documents";

type DocumentPowerProps = { botId: string; documentId: string; isOff: boolean; action: ChangeDocuments };

/** Turns a document off, which then is kept but answers nothing, or on again. */
export function DocumentPower({ botId, documentId, isOff, action }: DocumentPowerProps) {
  const words = useBotCatalog().knowledge.organise;
  const change = useChangeDocuments(action, botId);
  const [isChanging, startChanging] = useTransition();
  const Icon = isOff ? Eye : EyeOff;
  return (
    <Button
      isPending={isChanging}
      variant={isOff ? "primary" : "secondary"}
      icon={<Icon aria-hidden className="size-4" />}
      onClick={() => startChanging(() => change({ ids: [documentId] }, isOff ? "on" : "off"))}
    >
      {isOff ? words.turnOn : words.turnOff}
    </Button>
  );
}
