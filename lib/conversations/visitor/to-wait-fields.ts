import type { Wait } from "@/lib/bots/hours/get-wait";
import type { StateEvent } from "@/lib/contract/events";

/** What a visitor's page gets of when a person comes. */
export function toWaitFields({
  hours,
  replyMs,
  text,
}: Pick<Wait, "hours" | "replyMs" | "text">): Pick<StateEvent, "hours" | "wait_seconds" | "notice"> {
  return {
    ...(hours && { hours }),
    ...(replyMs !== null && { wait_seconds: Math.ceil(replyMs / 1_000) }),
    ...(text && { notice: text.trim() }),
  };
}
