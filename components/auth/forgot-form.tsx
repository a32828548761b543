"use client";

import type { FormAction } from "@/components/ui/form/form-action";
import { Notice } from "@/components/ui/notice";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { AuthForm } from "./auth-form";
import { EmailField } from "./email-field";

export function ForgotForm({ action }: { action: FormAction }) {
  const { forgot } = useCatalog().auth;
  return (
    <AuthForm action={action} label={forgot.submit} pendingLabel={forgot.submitting}>
      {({ state, errors, typed }) => (
        <>
          {state.status === "done" && (
            <Notice key={state.at} tone="good" isUrgent>
              {forgot.sent}
            </Notice>
          )}
          <EmailField error={errors.email} typed={typed.email} />
        </>
      )}
    </AuthForm>
  );
}
