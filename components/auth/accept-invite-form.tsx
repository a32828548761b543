"use client";

import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { useCatalog } from "@/components/ui/use-catalog";
import { FormError } from "./form-error";

export function AcceptInviteForm({ action, token }: { action: FormAction<never>; token: string }) {
  const { auth } = useCatalog();
  const { state, form } = useActionForm(action);
  return (
    <ActionForm form={form} className="flex flex-col gap-6">
      <FormError state={state} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton isBlock pendingLabel={auth.invite.accepting}>
        {auth.invite.accept}
      </SubmitButton>
    </ActionForm>
  );
}
