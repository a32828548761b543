"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";

export function TestMailForm({ action }: { action: FormAction<{ to: string }> }) {
  const words = useDashboardCatalog().team.connections;
  const { state, form } = useActionForm(action);
  return (
    <ActionForm form={form} className="flex flex-col items-start gap-2">
      <SubmitButton variant="secondary" size="small" pendingLabel={words.testingMail}>
        {words.testMail}
      </SubmitButton>
      <FormStatus
        state={state}
        savingLabel={words.testingMail}
        savedLabel={state.status === "done" ? words.mailSent(state.data.to) : undefined}
      />
    </ActionForm>
  );
}
