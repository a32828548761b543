"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import { useToast } from "@/components/ui/toast/use-toast";
import type { Settled } from "@/lib/knowledge/findings/settle-finding";

export type SettleActions = {
  settle: FormAction<Settled>;
  /** To the version before, and out of the bin. */
  undo: FormAction<void>;
  restore: FormAction<void>;
  dismiss: FormAction<void>;
  recall: FormAction<void>;
};

/** Settles a finding, or lets it stand, says what was done, and offers to undo it. */
export function useSettle(botId: string, key: string, actions: SettleActions) {
  const { knowledge, common } = useBotCatalog();
  const words = knowledge.findings;
  const showToast = useToast();
  const run = useAction();

  const settle = async (keep: "first" | "second" | "none"): Promise<void> => {
    await run(actions.settle, { botId, key, keep }, ({ documentId, title, did, before, number }) => {
      const undo = () => {
        const done = () => showToast({ message: words.undone(title) });
        if (did === "binned") void run(actions.restore, { botId, documentId }, done);
        else {
          const versions = { number: String(before), baseVersion: String(number) };
          void run(actions.undo, { botId, documentId, ...versions }, done);
        }
      };
      showToast({ message: words.done[did](title, number), action: { label: common.undo, run: undo } });
    });
  };

  const dismiss = async (): Promise<void> => {
    const undo = () => {
      void run(actions.recall, { botId, key }, () => showToast({ message: words.recalled }));
    };
    await run(actions.dismiss, { botId, key }, () => {
      showToast({ message: words.dismissed, action: { label: common.undo, run: undo } });
    });
  };
  return { settle, dismiss };
}
