import type { Ctx } from "@/lib/context";
import type { AnswerLanguage } from "@/lib/i18n/words/answer-words";
import { type Availability, getAvailability } from "./get-availability";
import { sayWait } from "./say-wait";
import type { HoursOfBot } from "./to-hours";

/** Whether somebody is there for who awaits a person, and that in words. */
export type Wait = Availability &
  ReturnType<typeof sayWait> & {
    /** In which it is said. */
    language: AnswerLanguage;
    /** The owner's; "" for none. */
    privacyUrl: string;
  };

export async function getWait(
  ctx: Pick<Ctx, "db" | "now">,
  bot: { id: string; teamId: string } & HoursOfBot,
  language: AnswerLanguage,
): Promise<Wait> {
  const availability = await getAvailability(ctx, bot);
  const { privacyUrl } = bot;
  return {
    ...availability,
    language,
    privacyUrl,
    ...sayWait(availability, bot.hoursZone, language, ctx.now()),
  };
}
