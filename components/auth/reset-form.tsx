"use client";

import { TextField } from "@/components/ui/field/text-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { useCatalog } from "@/components/ui/use-catalog";
import { AuthForm } from "./auth-form";
import { PasswordField } from "./password-field";

type ResetFormProps = { action: FormAction<never>; token: string; email: string };

export function ResetForm({ action, token, email }: ResetFormProps) {
  const { auth } = useCatalog();
  return (
    <AuthForm
      action={action}
      label={auth.reset.submit}
      pendingLabel={auth.reset.submitting}
      hidden={{ token }}
    >
      {({ errors }) => (
        <>
          <TextField label={auth.email} type="email" autoComplete="username" value={email} readOnly />
          <PasswordField
            name="newPassword"
            label={auth.newPassword}
            help={auth.passwordHelp(8)}
            error={errors.newPassword}
            autoComplete="new-password"
          />
        </>
      )}
    </AuthForm>
  );
}
