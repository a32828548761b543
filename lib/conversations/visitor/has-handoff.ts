import type { ChatDesk } from "@/lib/conversations/turns/turn";

/** Whether somebody awaits or has a person. */
export function hasHandoff({ state }: Pick<ChatDesk, "state">): boolean {
  return state === "waiting" || state === "taken";
}
