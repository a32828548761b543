"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { TextField } from "@/components/ui/field/text-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormCard } from "@/components/ui/form/form-card";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { OwnWords } from "@/components/ui/text/own-words";
import { useToast } from "@/components/ui/toast/use-toast";
import { useRestoreBot } from "./use-restore-bot";

type DeleteBotFormProps = {
  botId: string;
  name: string;
  action: FormAction<never>;
  restore: FormAction<{ name: string; hasNamesake: boolean }>;
};

/** Wants the bot's name typed: its widget is gone from the pages at once. */
export function DeleteBotForm({ botId, name, action, restore }: DeleteBotFormProps) {
  const { bots, common } = useBotCatalog();
  const words = bots.remove;
  const showToast = useToast();
  const restoreBot = useRestoreBot(restore);
  const { state, errors, form } = useActionForm(action, {
    onLeave: () =>
      showToast({
        message: words.done(name),
        action: { label: common.undo, run: () => restoreBot(botId) },
      }),
  });
  return (
    <FormCard
      form={form}
      state={state}
      ids={{ botId }}
      tone="danger"
      title={words.title}
      description={words.description}
      variant="danger"
      submit={words.submit}
      pendingLabel={words.submitting}
      savingLabel={words.submitting}
    >
      <TextField
        name="confirmName"
        label={<OwnWords>{words.confirmLabel(name)}</OwnWords>}
        error={errors.confirmName}
        autoComplete="off"
        spellCheck={false}
      />
    </FormCard>
  );
}
