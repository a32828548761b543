"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { TextField } from "@/components/ui/field/text-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormCard } from "@/components/ui/form/form-card";
import { useActionForm } from "@/components/ui/form/use-action-form";

export function CreateBotForm({ action }: { action: FormAction<never> }) {
  const words = useBotCatalog().bots.create;
  const { state, errors, form } = useActionForm(action, {
    stored: { name: "" },
    sendsAll: true,
    draft: "new-bot",
  });
  return (
    <FormCard
      form={form}
      state={state}
      className="max-w-form"
      submit={words.submit}
      pendingLabel={words.submitting}
      savingLabel={words.submitting}
    >
      <TextField
        name="name"
        label={words.name}
        help={words.nameHelp}
        error={errors.name}
        placeholder={words.namePlaceholder}
        autoComplete="off"
        required
      />
    </FormCard>
  );
}
