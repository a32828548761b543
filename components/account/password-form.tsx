"use client";

import { useEffect, useRef } from "react";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { PasswordField } from "@/components/auth/password-field";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormCard } from "@/components/ui/form/form-card";
import { useActionForm } from "@/components/ui/form/use-action-form";

type PasswordFormProps = { action: FormAction; email: string };

export function PasswordForm({ action, email }: PasswordFormProps) {
  const { account } = useDashboardCatalog();
  const { state, errors, form } = useActionForm(action);
  const fields = useRef<HTMLDivElement>(null);
  const words = account.password;

  useEffect(() => {
    if (state.status !== "done") return;
    for (const input of fields.current?.querySelectorAll("input") ?? []) input.value = "";
  }, [state]);

  return (
    <FormCard
      form={form}
      state={state}
      title={words.title}
      description={words.description}
      submit={words.submit}
      pendingLabel={words.submitting}
      savingLabel={words.submitting}
      savedLabel={words.saved}
    >
      {/* For password managers: which account the new password belongs to. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <div ref={fields} className="flex max-w-form flex-col gap-6">
        <PasswordField
          name="currentPassword"
          label={words.current}
          error={errors.currentPassword}
          autoComplete="current-password"
        />
        <NewPasswordField name="newPassword" label={words.next} error={errors.newPassword} />
      </div>
    </FormCard>
  );
}
