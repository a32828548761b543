"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { FormError } from "./form-error";

type AuthFormProps<T> = {
  action: FormAction<T>;
  label: string;
  pendingLabel: string;
  /** What is sent besides, by its name. */
  hidden?: Record<string, string>;
  /**
   * The fields, given the action's state, a sentence for each field that was refused, and what was typed where the page
   * was drawn anew, as it is without scripts.
   */
  children?: (
    run: Pick<ReturnType<typeof useActionForm<T>>, "state" | "errors"> & {
      typed: Record<string, string | undefined>;
    },
  ) => ReactNode;
};

/** A form for those who aren't signed in: why it was refused, the fields, one wide button. */
export function AuthForm<T>({ action, label, pendingLabel, hidden = {}, children }: AuthFormProps<T>) {
  const { state, errors, form } = useActionForm(action);
  const typed = (state.status === "error" && state.typed) || {};
  return (
    <ActionForm form={form} className="flex flex-col gap-6">
      <FormError state={state} />
      {children?.({ state, errors, typed })}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton isBlock pendingLabel={pendingLabel}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
