"use client";

import { TextField } from "@/components/ui/field/text-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { AuthForm } from "./auth-form";
import { EmailField } from "./email-field";
import { NewPasswordField } from "./new-password-field";

type SignUpFormProps = {
  action: FormAction<never>;
  /** With an invitation the address is the invited one and the team is the inviting one. */
  invite?: { token: string; email: string };
};

export function SignUpForm({ action, invite }: SignUpFormProps) {
  const { auth } = useCatalog();
  const words = auth.signUp;
  return (
    <AuthForm
      action={action}
      label={invite ? auth.invite.createAccount : words.submit}
      pendingLabel={words.submitting}
      hidden={invite && { inviteToken: invite.token }}
    >
      {({ errors, typed }) => (
        <>
          <TextField
            name="name"
            label={words.name}
            help={words.nameHelp}
            error={errors.name}
            defaultValue={typed.name}
            autoComplete="name"
            required
          />
          {!invite && (
            <TextField
              name="teamName"
              label={words.teamName}
              help={words.teamNameHelp}
              error={errors.teamName}
              defaultValue={typed.teamName}
              autoComplete="organization"
              required
            />
          )}
          <EmailField
            help={invite && auth.invite.emailFixed}
            error={errors.email}
            typed={typed.email}
            invited={invite?.email}
          />
          <NewPasswordField name="password" label={auth.password} error={errors.password} />
        </>
      )}
    </AuthForm>
  );
}
