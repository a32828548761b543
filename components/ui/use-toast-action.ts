"use client";

import { use, useActionState } from "react";
import type { ActionState } from "@/lib/http/define-action";
import { errorMessage } from "@/lib/i18n/error-message";
import { LocaleContext } from "./locale-provider";
import { useToast } from "./use-toast";

type Action<T> = (previous: ActionState<T>, form: FormData) => Promise<ActionState<T>>;

/**
 * A server action for a form that is little more than a button: how it ended is said in a toast, which stays when the
 * row of the button is gone. Give the result to `<form action>`.
 */
export function useToastAction<T>(action: Action<T>, doneMessage: string): (form: FormData) => void {
  const { locale } = use(LocaleContext);
  const showToast = useToast();
  const run: Action<T> = async (previous, form) => {
    const state = await action(previous, form);
    if (state.status === "done") showToast({ message: doneMessage });
    if (state.status === "error") showToast({ message: errorMessage(locale, state), tone: "bad" });
    return state;
  };
  const [, formAction] = useActionState<ActionState<T>, FormData>(run, { status: "idle" });
  return formAction;
}
