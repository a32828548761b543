"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FormStatus } from "@/components/ui/form-status";
import { OwnWords } from "@/components/ui/own-words";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type FormAction, useActionForm } from "@/components/ui/use-action-form";
import { useCatalog } from "@/components/ui/use-catalog";
import { useToast } from "@/components/ui/use-toast";
import { useRestoreBot } from "./use-restore-bot";

type DeleteBotFormProps = {
  botId: string;
  name: string;
  action: FormAction<never>;
  restore: FormAction<{ name: string; hasNamesake: boolean }>;
};

/** Wants the bot's name typed: its widget is gone from the pages at once. */
export function DeleteBotForm({ botId, name, action, restore }: DeleteBotFormProps) {
  const { bots, common } = useCatalog();
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
    <ActionForm form={form}>
      <input type="hidden" name="botId" value={botId} />
      <Card
        tone="danger"
        title={words.title}
        description={words.description}
        footer={
          <>
            <SubmitButton variant="danger" pendingLabel={words.submitting}>
              {words.submit}
            </SubmitButton>
            <FormStatus state={state} savingLabel={words.submitting} />
          </>
        }
      >
        <TextField
          name="confirmName"
          label={<OwnWords>{words.confirmLabel(name)}</OwnWords>}
          error={errors.confirmName}
          autoComplete="off"
          spellCheck={false}
        />
      </Card>
    </ActionForm>
  );
}
