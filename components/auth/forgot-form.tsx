"use client";

import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { Notice } from "@/components/ui/notice";
import { useCatalog } from "@/components/ui/use-catalog";
import { FormError } from "./form-error";

export function ForgotForm({ action }: { action: FormAction }) {
  const { auth } = useCatalog();
  const { state, errors, form } = useActionForm(action);
  return (
    <ActionForm form={form} className="flex flex-col gap-6">
      <FormError state={state} />
      {state.status === "done" && (
        <Notice key={state.at} tone="good" isUrgent>
          {auth.forgot.sent}
        </Notice>
      )}
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
      />
      <SubmitButton isBlock pendingLabel={auth.forgot.submitting}>
        {auth.forgot.submit}
      </SubmitButton>
    </ActionForm>
  );
}
