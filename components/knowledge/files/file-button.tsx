"use client";

import type { ReactNode } from "react";
import type { ButtonLook } from "@/components/ui/button/button-class";
import type { FormAction } from "@/components/ui/form/form-action";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useToastAction } from "@/components/ui/toast/use-toast-action";

type FileButtonProps<T> = ButtonLook & {
  action: FormAction<T>;
  fields: Record<string, string>;
  /** Said when it is done. */
  done: string;
  label?: string;
  pendingLabel?: string;
  icon?: ReactNode;
  children?: ReactNode;
};

/** A button that does one thing with a file, or with all. */
export function FileButton<T>({ action, fields, done, label, children, ...look }: FileButtonProps<T>) {
  const formAction = useToastAction(action, done);
  return (
    <form action={formAction} className="relative">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton {...look} aria-label={label}>
        {children}
      </SubmitButton>
    </form>
  );
}
