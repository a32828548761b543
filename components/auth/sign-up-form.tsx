"use client";

import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { useCatalog } from "@/components/ui/use-catalog";
import { FormError } from "./form-error";
import { PasswordField } from "./password-field";

type SignUpFormProps = {
  action: FormAction<never>;
  /** With an invitation the address is the invited one and the team is the inviting one. */
  invite?: { token: string; email: string };
};

export function SignUpForm({ action, invite }: SignUpFormProps) {
  const { auth } = useCatalog();
  const { state, errors, form } = useActionForm(action);
  const words = auth.signUp;
  return (
    <ActionForm form={form} className="flex flex-col gap-6">
      <FormError state={state} />
      <TextField
        name="name"
        label={words.name}
        help={words.nameHelp}
        error={errors.name}
        autoComplete="name"
        required
      />
      {!invite && (
        <TextField
          name="teamName"
          label={words.teamName}
          help={words.teamNameHelp}
          error={errors.teamName}
          autoComplete="organization"
          required
        />
      )}
      <TextField
        name="email"
        type="email"
        label={auth.email}
        help={invite && auth.invite.emailFixed}
        error={errors.email}
        placeholder={auth.emailPlaceholder}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={invite?.email}
        readOnly={invite !== undefined}
      />
      <PasswordField
        name="password"
        label={auth.password}
        help={auth.passwordHelp(8)}
        error={errors.password}
        autoComplete="new-password"
      />
      {invite && <input type="hidden" name="inviteToken" value={invite.token} />}
      <SubmitButton isBlock pendingLabel={words.submitting}>
        {invite ? auth.invite.createAccount : words.submit}
      </SubmitButton>
    </ActionForm>
  );
}
