"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { CopyButton } from "@/components/ui/button/copy-button";
import { SelectField } from "@/components/ui/field/select-field";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { Notice } from "@/components/ui/notice";

type Made = { email: string; link: string; hasReplaced: boolean; isMailed: boolean };
type InviteFormProps = { action: FormAction<Made>; hasMail: boolean };

/** Makes an invitation link, which is shown here this once, mailed or not. */
export function InviteForm({ action, hasMail }: InviteFormProps) {
  const { auth, team } = useDashboardCatalog();
  const { state, errors, form } = useActionForm(action, { clears: ["email"] });
  const words = team.invite;

  return (
    <ActionForm form={form} className="flex flex-col gap-6">
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <TextField
          name="email"
          type="email"
          label={words.email}
          error={errors.email}
          placeholder={auth.emailPlaceholder}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <SelectField
          name="role"
          label={words.role}
          error={errors.role}
          defaultValue="agent"
          options={(["agent", "editor", "owner"] as const).map((role) => ({
            value: role,
            label: team.roles[role],
          }))}
        />
      </div>
      <dl className="grid grid-cols-1 gap-x-4 gap-y-1 text-sm text-ink-soft sm:grid-cols-[auto_minmax(0,1fr)]">
        {(["agent", "editor", "owner"] as const).map((role) => (
          <div key={role} className="contents">
            <dt className="font-medium text-ink">{team.roles[role]}</dt>
            <dd>{team.roleHelp[role]}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pendingLabel={words.submitting}>
          {hasMail ? words.submitMailed : words.submit}
        </SubmitButton>
        {state.status !== "done" && <FormStatus state={state} savingLabel={words.submitting} />}
      </div>
      {state.status === "done" && (
        <Notice key={state.at} tone="good" isUrgent>
          <div className="flex flex-col gap-2">
            <p>
              {hasMail && !state.data.isMailed && `${words.notMailed} `}
              {state.data.isMailed
                ? words.mailed(state.data.email)
                : `${words.made(state.data.email)} ${words.linkHelp}`}
              {state.data.hasReplaced && ` ${words.replaced}`}
            </p>
            <div className="flex flex-wrap items-center gap-2">
              <code className="min-w-0 flex-1 basis-60 rounded-control border border-line bg-surface px-2 py-1 font-mono text-sm break-all select-all">
                {state.data.link}
              </code>
              <CopyButton text={state.data.link} />
            </div>
          </div>
        </Notice>
      )}
    </ActionForm>
  );
}
