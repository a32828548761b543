"use client";

import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { useCatalog } from "@/components/ui/use-catalog";
import { FormError } from "./form-error";
import { PasswordField } from "./password-field";

type ResetFormProps = { action: FormAction<never>; token: string; email: string };

export function ResetForm({ action, token, email }: ResetFormProps) {
  const { auth } = useCatalog();
  const { state, errors, form } = useActionForm(action);
  return (
    <ActionForm form={form} className="flex flex-col gap-6">
      <FormError state={state} />
      <TextField label={auth.email} type="email" autoComplete="username" value={email} readOnly />
      <PasswordField
        name="newPassword"
        label={auth.newPassword}
        help={auth.passwordHelp(8)}
        error={errors.newPassword}
        autoComplete="new-password"
      />
      <input type="hidden" name="token" value={token} />
      <SubmitButton isBlock pendingLabel={auth.reset.submitting}>
        {auth.reset.submit}
      </SubmitButton>
    </ActionForm>
  );
}
