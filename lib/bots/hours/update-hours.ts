import { z } from "zod";
import { addressInput } from "@/lib/bots/settings/address-input";
import { changeBot } from "@/lib/bots/settings/change-bot";
import type { Bot } from "@/lib/db/generated/client";
import { countedFault } from "@/lib/field-faults";
import { baseInput, pickChanges } from "@/lib/forms/pick-changes";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { cleanText, dropDirections } from "@/lib/language/clean-text";
import { isTimeZone } from "@/lib/time-zones";
import { dayFields } from "./day-fields";
import { readSpans, writeSpans } from "./read-spans";
import { readSpecialDays } from "./read-special-days";

/** UTF-16 units of all special days, and lines. */
const limits = { specialText: 4_000, specialDays: 50 };

const dayInput = z.string("required").transform((text, context) => {
  const spans = readSpans(text);
  if (spans) return writeSpans(spans);
  context.addIssue({ code: "custom", message: "invalid_hours" });
  return z.NEVER;
});

const specialDaysInput = z
  .string("required")
  .max(limits.specialText, {
    error: ({ input }) => countedFault("too_long", limits.specialText, String(input).length),
  })
  .transform((text) =>
    cleanText(dropDirections(text))
      .split(/[\r\n]+/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  )
  .superRefine((lines, context) => {
    const wrong = lines.findIndex((line) => readSpecialDays(line) === null);
    const message =
      lines.length > limits.specialDays
        ? countedFault("too_many_wordings", limits.specialDays, lines.length)
        : wrong >= 0
          ? countedFault("invalid_special_day", 1, wrong + 1)
          : null;
    if (message) context.addIssue({ code: "custom", message });
  });

export const updateHoursInput = z
  .strictObject({
    hasHours: z.boolean("invalid"),
    hoursZone: z.string("required").refine(isTimeZone, "invalid_choice"),
    monday: dayInput,
    tuesday: dayInput,
    wednesday: dayInput,
    thursday: dayInput,
    friday: dayInput,
    saturday: dayInput,
    sunday: dayInput,
    /** One a line. */
    specialDays: specialDaysInput,
    /** Empty, or where the owner's privacy policy is. */
    privacyUrl: addressInput(500, ["https:", "http:"]),
  })
  .partial()
  .extend({ botId: z.string("required"), base: baseInput });
export type UpdateHoursInput = z.output<typeof updateHoursInput>;

/**
 * When somebody is there to reply, as visitors who ask for a person are told with their next request. Throws AppError
 * `conflict` as
 * `pickChanges` does, and `not_found`.
 */
export async function updateHours(ctx: ActorCtx, { botId, base, ...fields }: UpdateHoursInput): Promise<Bot> {
  requirePermission(ctx.actor, "bot.update");
  return changeBot(ctx, botId, ({ hasHours, hoursZone, hoursWeek, specialDays, privacyUrl }) => {
    const days = Object.fromEntries(dayFields.map((day, index) => [day, hoursWeek[index] ?? ""]));
    const stored = { hasHours, hoursZone, specialDays, privacyUrl, ...days };
    const changes = pickChanges(stored, fields, base);
    const week = dayFields.map((day, index) => changes[day] ?? hoursWeek[index] ?? "");
    const detail = {
      ...(changes.hasHours !== undefined && { hasHours: changes.hasHours }),
      ...(changes.hoursZone !== undefined && { hoursZone: changes.hoursZone }),
      ...(changes.privacyUrl !== undefined && { privacyUrl: changes.privacyUrl }),
      ...(changes.specialDays && { specialDays: changes.specialDays }),
      ...(week.some((hours, index) => hours !== hoursWeek[index]) && { hoursWeek: week }),
    };
    return { data: detail, audit: { action: "bot.update", detail } };
  });
}
