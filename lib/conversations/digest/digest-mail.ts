import { z } from "zod";
import { locales } from "@/lib/i18n/locale";
import { getMailWords } from "@/lib/i18n/words/mail-words";
import { idInput } from "@/lib/id-input";
import type { WriteLetter } from "@/lib/outbox/bind-mail";
import { defineOutboxKind } from "@/lib/outbox/define-outbox-kind";
import { paths } from "@/lib/paths";
import { countDay } from "./count-day";

const ids = z.strictObject({
  teamId: idInput,
  userId: idInput,
  locale: z.enum(locales),
  /** The day in Unix milliseconds; it begins and ends with a quarter-hour. */
  ...{ from: z.int(), until: z.int() },
});

/** Sums up a team's day for a member. */
export const digestMail = defineOutboxKind({ kind: "digest-mail", version: 1, ids });

/**
 * Nothing is sent of a day without visitors after which nobody waits, nor to a member who has left the team. What
 * visitors wrote stays out of it.
 */
export const writeDigestMail: WriteLetter<z.output<typeof ids>> = async (
  { db },
  { teamId, userId, locale, ...day },
  { baseUrl },
) => {
  const [from, until] = [new Date(day.from), new Date(day.until)];
  const [member, counts] = await Promise.all([
    db.membership.findUnique({
      where: { teamId_userId: { teamId, userId } },
      select: { user: { select: { email: true } }, team: { select: { timeZone: true } } },
    }),
    countDay(db, { teamId, userId, from, until }),
  ]);
  const { visitorTurns, waiting, openLeads } = counts;
  if (!member || visitorTurns + waiting + openLeads === 0) return null;
  const time = new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: "medium", timeStyle: "short", timeZone: member.team.timeZone },
  });
  const text = getMailWords(locale).digest({ ...counts, from: time.format(from), until: time.format(until) });
  return { to: member.user.email, text, link: `${baseUrl}${paths.chats}` };
};
