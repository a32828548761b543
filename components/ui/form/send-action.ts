"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import type { ReasonOf } from "@/lib/error-reasons";
import { actedAs, actedAsField, type PageActor } from "@/lib/http/acted-as";
import type { ActionState } from "@/lib/http/define-action";
import { isNavigation } from "@/lib/http/is-navigation";
import type { FormAction } from "./form-action";

/**
 * Runs a server action. That it could not be reached, or that what came back is no answer of ours, becomes a state like
 * any refusal: a rejected action would put the error page in the place of everything on the screen.
 * @param actor for whom the page was drawn: another tab may have changed the account or the team since
 */
export async function sendAction<T>(
  action: FormAction<T>,
  previous: ActionState<T>,
  form: FormData,
  actor: PageActor | null,
): Promise<ActionState<T>> {
  if (actor) form.set(actedAsField, actedAs(actor));
  const startedAt = performance.now();
  try {
    return await action(previous, form);
  } catch (error) {
    if (isNavigation(error)) throw error;
    const reason = await findReason(error, form, startedAt);
    return { status: "error", code: "unavailable", reason, fields: {}, at: Date.now() };
  }
}

async function findReason(
  error: unknown,
  form: FormData,
  startedAt: number,
): Promise<ReasonOf<"unavailable">> {
  if (unstable_isUnrecognizedActionError(error)) return "page_outdated";
  if (!navigator.onLine) return "offline";
  if (sizeOf(form) > mostBytes || (await findStatus(startedAt)) === 413) return "form_too_large";
  return error instanceof TypeError ? "unreachable" : "server_away";
}

/** What the server takes of one form. It may hang up on more before it has said so. */
const mostBytes = 1_000_000;

function sizeOf(form: FormData): number {
  const encoder = new TextEncoder();
  return [...form.values()].reduce(
    (sum, value) => sum + (typeof value === "string" ? encoder.encode(value).length : value.size),
    0,
  );
}

/**
 * The HTTP status of the newest request to this page's address, which is where actions are sent; 0 where it isn't told.
 */
async function findStatus(startedAt: number): Promise<number> {
  const here = window.location.href.split("#")[0];
  for (let tries = 0; tries < 5; tries++) {
    const sent = performance
      .getEntriesByType("resource")
      .findLast((entry) => entry.startTime >= startedAt && entry.name === here);
    if (sent instanceof PerformanceResourceTiming) return sent.responseStatus ?? 0;
    // It is noted a moment after the answer is there.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return 0;
}
