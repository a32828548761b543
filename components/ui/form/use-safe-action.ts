"use client";

import { use, useSyncExternalStore } from "react";
import { PageActorContext } from "@/components/ui/page-actor";
import type { FormAction } from "./form-action";
import { sendAction } from "./send-action";

/**
 * The action, made safe against a broken line; until scripts run it is the server's own, so that its form works
 * without.
 */
export function useSafeAction<T>(action: FormAction<T>): FormAction<T> {
  const actor = use(PageActorContext);
  const isInBrowser = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return isInBrowser ? (previous, form) => sendAction(action, previous, form, actor) : action;
}
