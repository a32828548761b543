"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { useCatalog } from "@/components/ui/use-catalog";
import { FormError } from "./form-error";
import { PasswordField } from "./password-field";

type SignInFormProps = {
  action: FormAction<never>;
  /** Where to go afterwards; the page at hand without it. */
  callbackUrl?: string;
  /** The invitation that signing in accepts, and the address it is for. */
  invite?: { token: string; email: string };
};

export function SignInForm({ action, callbackUrl, invite }: SignInFormProps) {
  const { auth } = useCatalog();
  const { state, errors, form } = useActionForm(action);
  const path = usePathname();
  const query = useSearchParams().toString();
  const here = query ? `${path}?${query}` : path;
  return (
    <ActionForm form={form} className="flex flex-col gap-6">
      <FormError state={state} />
      <TextField
        name="email"
        type="email"
        label={auth.email}
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
        error={errors.password}
        autoComplete="current-password"
      />
      <input type="hidden" name="callbackUrl" value={callbackUrl ?? here} />
      {invite && <input type="hidden" name="inviteToken" value={invite.token} />}
      <SubmitButton isBlock pendingLabel={auth.signIn.submitting}>
        {invite ? auth.invite.signInAndAccept : auth.signIn.submit}
      </SubmitButton>
    </ActionForm>
  );
}
