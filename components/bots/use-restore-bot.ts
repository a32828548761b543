"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import { useToast } from "@/components/ui/toast/use-toast";

/** Takes a bot out of the bin and says so, also that another has its name by now. */
export function useRestoreBot(restore: FormAction<{ name: string; hasNamesake: boolean }>) {
  const { bin } = useBotCatalog();
  const showToast = useToast();
  const run = useAction();
  return async (botId: string): Promise<void> => {
    await run(restore, { botId }, ({ name, hasNamesake }) =>
      showToast({ message: hasNamesake ? bin.namesake(name) : bin.restored(name) }),
    );
  };
}
