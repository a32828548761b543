"use client";

import { useId, useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { CopyButton } from "@/components/ui/button/copy-button";
import { Card } from "@/components/ui/card";
import { FieldNotes } from "@/components/ui/field/field";
import { SelectField } from "@/components/ui/field/select-field";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { Notice } from "@/components/ui/notice";
import { OwnWords } from "@/components/ui/text/own-words";
import { type Scope, scopeNames } from "@/lib/scopes";

type Made = { name: string; secret: string };

const lifetimes = ["30", "90", "365", ""] as const;

/** Makes a key, whose secret is shown here this once. */
export function KeyForm({ action }: { action: FormAction<Made> }) {
  const { keys } = useDashboardCatalog();
  const words = keys.make;
  const [chosen, setChosen] = useState<readonly Scope[]>([]);
  const { state, errors, form } = useActionForm(action, { clears: ["name"] });
  const toggle = (scope: Scope) =>
    setChosen(chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope]);
  return (
    <ActionForm form={form}>
      <Card
        title={words.title}
        footer={
          <>
            <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
            {state.status !== "done" && <FormStatus state={state} savingLabel={words.submitting} />}
          </>
        }
      >
        <div className="flex flex-col gap-6">
          <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
            <TextField
              name="name"
              label={words.name}
              help={words.nameHelp}
              error={errors.name}
              autoComplete="off"
              required
            />
            <SelectField
              name="days"
              label={words.days}
              error={errors.days}
              defaultValue="90"
              options={lifetimes.map((value) => ({ value, label: words.lifetimes[value] }))}
            />
          </div>
          <ScopeChoice chosen={chosen} toggle={toggle} error={errors.scopes} />
          {state.status === "done" && (
            <Notice key={state.at} tone="good" isUrgent>
              <div className="flex flex-col gap-2">
                <p>
                  <OwnWords>{words.made(state.data.name)}</OwnWords>
                </p>
                <div className="flex flex-wrap items-center gap-2">
                  <code
                    translate="no"
                    className="min-w-0 flex-1 basis-60 rounded-control border border-line bg-surface px-2 py-1 font-mono text-sm break-all select-all"
                  >
                    {state.data.secret}
                  </code>
                  <CopyButton text={state.data.secret} />
                </div>
              </div>
            </Notice>
          )}
        </div>
      </Card>
    </ActionForm>
  );
}

type ScopeChoiceProps = {
  chosen: readonly Scope[];
  toggle: (scope: Scope) => void;
  error: string | undefined;
};

function ScopeChoice({ chosen, toggle, error }: ScopeChoiceProps) {
  const { keys } = useDashboardCatalog();
  const id = useId();
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="font-medium">{keys.make.scopes}</legend>
      <FieldNotes id={id} help={keys.make.scopesHelp} error={error} />
      <input type="hidden" name="scopes" value={chosen.join(",")} />
      <div className="mt-3 grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2">
        {scopeNames.map((scope, at) => (
          <label key={scope} className="flex cursor-pointer items-start gap-3">
            <input
              type="checkbox"
              checked={chosen.includes(scope)}
              onChange={() => toggle(scope)}
              aria-invalid={error && at === 0 ? true : undefined}
              aria-labelledby={`${id}-${at}-label`}
              aria-describedby={`${id}-${at}`}
              className="mt-1 size-4 shrink-0 accent-accent pointer-coarse:size-5"
            />
            <span className="min-w-0">
              <span id={`${id}-${at}-label`}>{keys.scopes[scope].label}</span>
              <span id={`${id}-${at}`} className="block text-sm text-ink-soft">
                {keys.scopes[scope].help} <code translate="no">{scope}</code>
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
