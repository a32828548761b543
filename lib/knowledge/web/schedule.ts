import type { FetchSchedule } from "@/lib/db/generated/enums";

const day = 24 * 60 * 60_000;

/** When what is fetched by itself is fetched next. */
export function nextDue(schedule: FetchSchedule, now: number): Date | null {
  return schedule === "off" ? null : new Date(now + (schedule === "daily" ? day : 7 * day));
}
