"use client";

import type { ReactNode } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { textLinkClass } from "@/components/ui/text-link-class";

type ConnectionTestFormProps<T> = {
  action: FormAction<T>;
  label: string;
  pendingLabel: string;
  /** What the try found, in a sentence. */
  found: (data: T) => string;
  /** What can be done with it. */
  children?: (data: T) => ReactNode;
};

export function TestMailForm({ action }: { action: FormAction<{ to: string }> }) {
  const words = useDashboardCatalog().team.connections;
  return (
    <ConnectionTestForm
      action={action}
      label={words.testMail}
      pendingLabel={words.testingMail}
      found={({ to }) => words.mailSent(to)}
    />
  );
}

export function TestFilesForm({ action }: { action: FormAction<{ path: string; bytes: number }> }) {
  const words = useDashboardCatalog().team.connections;
  return (
    <ConnectionTestForm
      action={action}
      label={words.testFiles}
      pendingLabel={words.testingFiles}
      found={({ bytes }) => words.filesWork(bytes)}
    >
      {({ path }) => (
        <p className="text-sm text-ink-soft">
          <a href={path} target="_blank" rel="noreferrer" className={textLinkClass}>
            {words.openFile}
          </a>{" "}
          {words.openFileHelp}
        </p>
      )}
    </ConnectionTestForm>
  );
}

function ConnectionTestForm<T>(props: ConnectionTestFormProps<T>) {
  const { action, label, pendingLabel, found, children } = props;
  const { state, form } = useActionForm(action);
  const isDone = state.status === "done";
  return (
    <ActionForm form={form} className="flex flex-col items-start gap-2">
      <SubmitButton variant="secondary" size="small" pendingLabel={pendingLabel}>
        {label}
      </SubmitButton>
      <FormStatus
        state={state}
        savingLabel={pendingLabel}
        savedLabel={isDone ? found(state.data) : undefined}
      />
      {isDone && children?.(state.data)}
    </ActionForm>
  );
}
