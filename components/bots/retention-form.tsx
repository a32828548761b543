"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field/select-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { toFormValue } from "@/lib/forms/form-value";

type RetentionFormProps = {
  botId: string;
  retentionDays: number | null;
  choices: readonly number[];
  action: FormAction<void>;
};

/** How long a bot's conversations are kept. */
export function RetentionForm({ botId, retentionDays, choices, action }: RetentionFormProps) {
  const words = useDashboardCatalog().bots.retention;
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
