"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FormStatus } from "@/components/ui/form-status";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormAction, useActionForm } from "@/components/ui/use-action-form";
import { useCatalog } from "@/components/ui/use-catalog";
import { toFormValue } from "@/lib/forms/form-value";

type RetentionFormProps = {
  botId: string;
  retentionDays: number | null;
  choices: readonly number[];
  action: FormAction<void>;
};

/** How long a bot's conversations are kept. */
export function RetentionForm({ botId, retentionDays, choices, action }: RetentionFormProps) {
  const words = useCatalog().bots.retention;
  const { state, errors, form } = useActionForm(action, {
    stored: { retentionDays: toFormValue(retentionDays) },
  });
  return (
    <ActionForm form={form}>
      <input type="hidden" name="botId" value={botId} />
      <Card
        title={words.title}
        footer={
          <>
            <SubmitButton>{words.submit}</SubmitButton>
            <FormStatus state={state} savedLabel={words.done} />
          </>
        }
      >
        <SelectField
          name="retentionDays"
          label={words.label}
          help={words.help}
          error={errors.retentionDays}
          defaultValue={retentionDays ?? ""}
          options={[
            { value: "", label: words.keep },
            ...choices.map((days) => ({ value: String(days), label: words.days(days) })),
          ]}
        />
      </Card>
    </ActionForm>
  );
}
