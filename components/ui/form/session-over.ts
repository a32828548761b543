import type { ActionState } from "@/lib/http/define-action";

/** Whether an action failed because the session is over; a refused password is no such thing. */
export function isSignedOut(state: ActionState): boolean {
  return state.status === "error" && state.code === "unauthenticated" && state.reason === undefined;
}

/** The sign-in that leads back to a page, which then offers the drafts left there. */
export function signInAgainPath(here: string): string {
  return `/sign-in?callbackUrl=${encodeURIComponent(here)}`;
}
