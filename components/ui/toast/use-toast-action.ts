"use client";

import { useActionState } from "react";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import type { ActionState } from "@/lib/http/define-action";
import { useToast } from "./use-toast";

/**
 * A server action for a form that is little more than a button: how it ended is said in a toast, which stays when the
 * row of the button is gone. Give the result to `<form action>`.
 */
export function useToastAction<T>(action: FormAction<T>, doneMessage: string): (form: FormData) => void {
  const showToast = useToast();
  const run = useAction();
  const [, formAction] = useActionState<ActionState<T>, FormData>(
    (_, form) => run(action, form, () => showToast({ message: doneMessage })),
    { status: "idle" },
  );
  return formAction;
}
