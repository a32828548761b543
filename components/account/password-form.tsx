"use client";

import { useEffect, useRef } from "react";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { PasswordField } from "@/components/auth/password-field";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Card } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
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
    <ActionForm form={form}>
      <Card
        title={words.title}
        description={words.description}
        footer={
          <>
            <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
            <FormStatus state={state} savingLabel={words.submitting} savedLabel={words.saved} />
          </>
        }
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
      </Card>
    </ActionForm>
  );
}
