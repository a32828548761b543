"use client";

import type { ComponentProps, ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { ActionState } from "@/lib/http/define-action";
import { ActionForm } from "./action-form";
import { FormStatus } from "./form-status";
import { SubmitButton } from "./submit-button";
import { UnsavedMark } from "./unsaved-mark";
import type { ActionForm as ActionFormState } from "./use-action-form";

type FormCardProps = Pick<ComponentProps<typeof Card>, "title" | "description" | "tone"> &
  Pick<ComponentProps<typeof SubmitButton>, "variant" | "pendingLabel"> &
  Pick<ComponentProps<typeof FormStatus>, "savingLabel" | "savedLabel"> & {
    form: ActionFormState;
    state: ActionState;
    submit: ReactNode;
    /** What the form is about, sent with it unseen: `{ botId }`. */
    ids?: Record<string, string>;
    /** Says in the foot when something isn't saved: for forms of many fields. */
    marksUnsaved?: boolean;
    onInput?: ComponentProps<typeof ActionForm>["onInput"];
    className?: string;
    children: ReactNode;
  };

/** A form that is a card: its fields, and in its foot the button and what became of it. */
export function FormCard({
  form,
  state,
  submit,
  ids = {},
  variant,
  pendingLabel,
  savingLabel,
  savedLabel,
  marksUnsaved = false,
  onInput,
  className,
  children,
  ...card
}: FormCardProps) {
  return (
    <ActionForm {...{ form, onInput, className }}>
      {Object.entries(ids).map(([name, id]) => (
        <input key={name} type="hidden" name={name} value={id} />
      ))}
      <Card
        {...card}
        footer={
          <>
            <SubmitButton variant={variant} pendingLabel={pendingLabel}>
              {submit}
            </SubmitButton>
            <FormStatus state={state} savingLabel={savingLabel} savedLabel={savedLabel} />
            {marksUnsaved && <UnsavedMark form={form} />}
          </>
        }
      >
        {children}
      </Card>
    </ActionForm>
  );
}
