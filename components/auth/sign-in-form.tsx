"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { FormAction } from "@/components/ui/form/form-action";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { AuthForm } from "./auth-form";
import { EmailField } from "./email-field";
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
  const path = usePathname();
  const query = useSearchParams().toString();
  const here = query ? `${path}?${query}` : path;
  return (
    <AuthForm
      action={action}
      label={invite ? auth.invite.signInAndAccept : auth.signIn.submit}
      pendingLabel={auth.signIn.submitting}
      hidden={{ callbackUrl: callbackUrl ?? here, ...(invite && { inviteToken: invite.token }) }}
    >
      {({ errors, typed }) => (
        <>
          <EmailField error={errors.email} typed={typed.email} invited={invite?.email} />
          <PasswordField
            name="password"
            label={auth.password}
            error={errors.password}
            autoComplete="current-password"
          />
        </>
      )}
    </AuthForm>
  );
}
