"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { TextField } from "@/components/ui/field/text-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormCard } from "@/components/ui/form/form-card";
import { useActionForm } from "@/components/ui/form/use-action-form";

type ProfileFormProps = { action: FormAction; name: string; email: string };

export function ProfileForm({ action, name, email }: ProfileFormProps) {
  const { account, common } = useDashboardCatalog();
  const { state, field, form } = useActionForm(action, { stored: { name }, draft: "profile" });
  const words = account.profile;
  return (
    <FormCard
      form={form}
      state={state}
      title={words.title}
      submit={common.saveChanges}
      pendingLabel={common.saving}
      savedLabel={words.saved}
    >
      <div className="flex max-w-form flex-col gap-6">
        <TextField {...field("name")} label={words.name} help={words.nameHelp} autoComplete="name" required />
        <TextField label={words.email} help={words.emailHelp} type="email" value={email} readOnly />
      </div>
    </FormCard>
  );
}
