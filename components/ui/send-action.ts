"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import type { ActionState } from "@/lib/http/define-action";
import { isNavigation } from "@/lib/http/is-navigation";
import type { FormAction } from "./form-action";

/**
 * Runs a server action. That it could not be reached, or that what came back is no answer of ours, becomes a state like any
 * refusal: a rejected action would put the error page in the place of everything on the screen.
 */
export async function sendAction<T>(
  action: FormAction<T>,
  previous: ActionState<T>,
  form: FormData,
): Promise<ActionState<T>> {
  const startedAt = performance.now();
  try {
    return await action(previous, form);
  } catch (error) {
    if (isNavigation(error)) throw error;
    const reason = findReason(error, startedAt);
    return { status: "error", code: "unavailable", reason, fields: {}, at: Date.now() };
  }
}

function findReason(error: unknown, startedAt: number): string {
  if (unstable_isUnrecognizedActionError(error)) return "page_outdated";
  if (!navigator.onLine) return "offline";
  if (findStatus(startedAt) === 413) return "too_large";
  return error instanceof TypeError ? "unreachable" : "server_away";
}

/** The HTTP status of the newest request to this page's address, which is where actions are sent; 0 where it isn't told. */
function findStatus(startedAt: number): number {
  const here = window.location.href.split("#")[0];
  const sent = performance
    .getEntriesByType("resource")
    .findLast((entry) => entry.startTime >= startedAt && entry.name === here);
  return sent instanceof PerformanceResourceTiming ? (sent.responseStatus ?? 0) : 0;
}
