"use client";

import { use } from "react";
import { PageActorContext } from "@/components/ui/page-actor";
import { useToast } from "@/components/ui/toast/use-toast";
import { useCatalog } from "@/components/ui/words/use-catalog";
import type { ActionState } from "@/lib/http/define-action";
import { isNavigation } from "@/lib/http/is-navigation";
import { errorMessage } from "@/lib/i18n/error-message";
import type { FormAction } from "./form-action";
import { sendAction } from "./send-action";
import { isSignedOut, signInAgainPath } from "./session-over";

/**
 * Runs server actions from buttons and menus: `await run(action, { botId })`, with a form's fields or the form. A
 * failure is said in a toast, with the way on: to sign in, or to try the same again. `onDone` is told of success, also
 * of that of a later try.
 */
export function useAction() {
  const catalog = useCatalog();
  const showToast = useToast();
  const actor = use(PageActorContext);

  const run = async <T>(
    action: FormAction<T>,
    fields: FormData | Readonly<Record<string, string>>,
    onDone?: (data: T) => void,
  ): Promise<ActionState<T>> => {
    const form = fields instanceof FormData ? fields : toForm(fields);
    const state = await sendAction(action, { status: "idle" }, form, actor);
    if (state.status === "done") onDone?.(state.data);
    if (state.status === "error") {
      const way = isSignedOut(state)
        ? { label: catalog.auth.signIn.again, run: () => openSignIn() }
        : state.code === "unavailable" || state.code === "internal"
          ? { label: catalog.common.retry, run: () => void run(action, form, onDone).catch(ignoreNavigation) }
          : undefined;
      showToast({ message: errorMessage(catalog, state), tone: "bad", ...(way && { action: way }) });
    }
    return state;
  };
  return run;
}

function toForm(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

function openSignIn(): void {
  window.open(signInAgainPath(window.location.pathname), "_blank", "noreferrer");
}

/** The router has already seen to it. */
function ignoreNavigation(error: unknown): void {
  if (!isNavigation(error)) throw error;
}
