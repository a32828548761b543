"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { SelectField } from "@/components/ui/field/select-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormCard } from "@/components/ui/form/form-card";
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
  const words = useBotCatalog().bots.retention;
  const { state, errors, form } = useActionForm(action, {
    stored: { retentionDays: toFormValue(retentionDays) },
  });
  return (
    <FormCard
      form={form}
      state={state}
      ids={{ botId }}
      title={words.title}
      submit={words.submit}
      savedLabel={words.done}
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
    </FormCard>
  );
}
