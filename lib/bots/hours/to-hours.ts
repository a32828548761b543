import type { Hours } from "@/lib/contract/hours";
import { officeState } from "./office-state";

/** A bot's hours by their columns. */
export type HoursOfBot = {
  hasHours: boolean;
  hoursZone: string;
  hoursWeek: readonly string[];
  specialDays: readonly string[];
  /** The owner's privacy policy; "" for none. */
  privacyUrl: string;
};

/** Prisma's select of a bot's hours. */
export const hoursColumns = {
  hasHours: true,
  hoursZone: true,
  hoursWeek: true,
  specialDays: true,
  privacyUrl: true,
} as const;

/** The hours at a time (Unix milliseconds) as visitors' pages get them; null where the bot has none. */
export function toHours(
  { hasHours, hoursZone, hoursWeek, specialDays }: Omit<HoursOfBot, "privacyUrl">,
  at: number,
): Hours | null {
  if (!hasHours) return null;
  const { isOpen, opensAt } = officeState({ zone: hoursZone, week: hoursWeek, special: specialDays }, at);
  return { open: isOpen, opens_at: opensAt };
}
