"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
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
  const { bots, common } = useDashboardCatalog();
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
