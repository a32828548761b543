"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FormStatus } from "@/components/ui/form-status";
import { OwnWords } from "@/components/ui/own-words";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type FormAction, useActionForm } from "@/components/ui/use-action-form";
import { useCatalog } from "@/components/ui/use-catalog";

type DeleteBotFormProps = { botId: string; name: string; action: FormAction<never> };

/** Wants the bot's name typed: nothing brings a deleted bot back. */
export function DeleteBotForm({ botId, name, action }: DeleteBotFormProps) {
  const words = useCatalog().bots.remove;
  const { state, errors, form } = useActionForm(action);
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
