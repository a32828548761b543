"use client";

import type { ReactNode } from "react";
import { controlClass } from "@/components/ui/field/control-class";
import { describeField, Field } from "@/components/ui/field/field";
import { Notice } from "@/components/ui/notice";
import { useCatalog } from "@/components/ui/words/use-catalog";
import type { ActionState } from "@/lib/http/define-action";
import { errorMessage } from "@/lib/i18n/error-message";
import { fieldMessages } from "@/lib/i18n/field-messages";

/** What is wrong with each field that was sent. */
export function useFieldErrors(result: ActionState): Record<string, string> {
  const catalog = useCatalog();
  return result.status === "error" && result.fields ? fieldMessages(catalog, result.fields) : {};
}

/** Why nothing came of it, where no single field is to blame. */
export function ToolError({ result }: { result: ActionState }) {
  const catalog = useCatalog();
  if (result.status !== "error" || (result.fields && Object.keys(result.fields).length > 0)) return null;
  return (
    <Notice tone="bad" isUrgent>
      {errorMessage(catalog, result)}
    </Notice>
  );
}

type ToolTextProps = {
  name: string;
  label: ReactNode;
  help: string;
  error: string | undefined;
  value: string | undefined;
};

export function ToolText({ name, label, help, error, value }: ToolTextProps) {
  return (
    <Field id={name} label={label} help={help} error={error}>
      <textarea
        {...describeField(name, { help, error })}
        id={name}
        name={name}
        rows={9}
        defaultValue={value}
        key={value}
        className={`${controlClass} py-2`}
      />
    </Field>
  );
}
