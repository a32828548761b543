"use client";

import { TextField } from "@/components/ui/field/text-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { AuthForm } from "./auth-form";
import { NewPasswordField } from "./new-password-field";

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
          <NewPasswordField name="newPassword" label={auth.newPassword} error={errors.newPassword} />
        </>
      )}
    </AuthForm>
  );
}
