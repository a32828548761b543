"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { textLinkClass } from "@/components/ui/text-link-class";

export function TestFilesForm({ action }: { action: FormAction<{ path: string; bytes: number }> }) {
  const words = useDashboardCatalog().team.connections;
  const { state, form } = useActionForm(action);
  return (
    <ActionForm form={form} className="flex flex-col items-start gap-2">
      <SubmitButton variant="secondary" size="small" pendingLabel={words.testingFiles}>
        {words.testFiles}
      </SubmitButton>
      <FormStatus
        state={state}
        savingLabel={words.testingFiles}
        savedLabel={state.status === "done" ? words.filesWork(state.data.bytes) : undefined}
      />
      {state.status === "done" && (
        <p className="text-sm text-ink-soft">
          <a href={state.data.path} target="_blank" rel="noreferrer" className={textLinkClass}>
            {words.openFile}
          </a>{" "}
          {words.openFileHelp}
        </p>
      )}
    </ActionForm>
  );
}
