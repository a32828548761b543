"use client";

import { type FormEvent, use, useActionState, useEffect, useRef } from "react";
import type { ActionState } from "@/lib/http/define-action";
import { fieldMessages } from "@/lib/i18n/field-messages";
import { LocaleContext } from "./locale-provider";

export type FormAction<T> = (previous: ActionState<T>, form: FormData) => Promise<ActionState<T>>;

/**
 * A form over a server action. Spread `formProps` on the `<form>`: what was typed stays after the action ran, and the
 * first field that was refused takes the focus. `errors` holds a sentence per refused field.
 */
export function useActionForm<T>(action: FormAction<T>) {
  const { locale } = use(LocaleContext);
  const ref = useRef<HTMLFormElement>(null);
  const [state, formAction] = useActionState<ActionState<T>, FormData>(action, { status: "idle" });

  useEffect(() => {
    if (state.status === "error") ref.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);

  const errors: Record<string, string | undefined> =
    state.status === "error" ? fieldMessages(locale, state.fields) : {};

  return { state, errors, formProps: { ref, action: formAction, onReset: keepValues, noValidate: true } };
}

/** React resets a form after its action; this keeps what stands in it. */
function keepValues(event: FormEvent<HTMLFormElement>) {
  event.preventDefault();
}
