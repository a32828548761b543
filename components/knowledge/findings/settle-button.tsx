"use client";

import { type ReactNode, useTransition } from "react";
import { Button } from "@/components/ui/button/button";
import { type SettleActions, useSettle } from "./use-settle";

type SettleButtonProps = {
  botId: string;
  findingKey: string;
  /** Which place stays; `dismiss` lets the finding stand as it is. */
  does: "first" | "second" | "none" | "dismiss";
  actions: SettleActions;
  label?: string;
  children: ReactNode;
};

export function SettleButton({ botId, findingKey, does, actions, label, children }: SettleButtonProps) {
  const { settle, dismiss } = useSettle(botId, findingKey, actions);
  const [isPending, start] = useTransition();
  return (
    <Button
      size="small"
      variant={does === "dismiss" ? "quiet" : undefined}
      isPending={isPending}
      aria-label={label}
      onClick={() => {
        if (!isPending) start(() => (does === "dismiss" ? dismiss() : settle(does)));
      }}
    >
      {children}
    </Button>
  );
}
