"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";

export function CreateBotForm({ action }: { action: FormAction<never> }) {
  const words = useDashboardCatalog().bots.create;
  const { state, errors, form } = useActionForm(action, {
    stored: { name: "" },
    sendsAll: true,
    draft: "new-bot",
  });
  return (
    <ActionForm form={form} className="max-w-form">
      <Card
        footer={
          <>
            <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
            <FormStatus state={state} savingLabel={words.submitting} />
          </>
        }
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
      </Card>
    </ActionForm>
  );
}
