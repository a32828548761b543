"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";

type ProfileFormProps = { action: FormAction; name: string; email: string };

export function ProfileForm({ action, name, email }: ProfileFormProps) {
  const { account, common } = useDashboardCatalog();
  const { state, errors, form } = useActionForm(action, { stored: { name }, draft: "profile" });
  const words = account.profile;
  return (
    <ActionForm form={form}>
      <Card
        title={words.title}
        footer={
          <>
            <SubmitButton pendingLabel={common.saving}>{common.saveChanges}</SubmitButton>
            <FormStatus state={state} savedLabel={words.saved} />
          </>
        }
      >
        <div className="flex max-w-form flex-col gap-6">
          <TextField
            name="name"
            label={words.name}
            help={words.nameHelp}
            error={errors.name}
            autoComplete="name"
            required
            defaultValue={name}
          />
          <TextField label={words.email} help={words.emailHelp} type="email" value={email} readOnly />
        </div>
      </Card>
    </ActionForm>
  );
}
