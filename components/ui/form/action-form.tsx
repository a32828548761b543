"use client";

import { type ComponentProps, createContext, type InputEvent } from "react";
import { DraftNotice } from "@/components/ui/draft/draft-notice";
import type { ActionForm as ActionFormState } from "./use-action-form";

/** What fields show of the form around them. */
export const FormContext = createContext<Pick<ActionFormState, "theirs" | "settle">>({
  theirs: {},
  settle: () => {},
});

type ActionFormProps = Omit<ComponentProps<"form">, "action" | "ref"> & { form: ActionFormState };

/** The form of a `useActionForm`, with the words that were left in it the last time. */
export function ActionForm({ form, onInput, children, ...rest }: ActionFormProps) {
  const tell = (event: InputEvent<HTMLFormElement>) => {
    form.onInput();
    onInput?.(event);
  };
  return (
    <form {...rest} {...form.props} onInput={tell}>
      <DraftNotice form={form} />
      <FormContext value={form}>{children}</FormContext>
    </form>
  );
}
