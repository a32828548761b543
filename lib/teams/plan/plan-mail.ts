import { z } from "zod";
import { locales } from "@/lib/i18n/locale";
import { getMailWords } from "@/lib/i18n/words/mail-words";
import { idInput } from "@/lib/id-input";
import { plainName } from "@/lib/mail/plain-name";
import type { WriteLetter } from "@/lib/outbox/bind-mail";
import { defineOutboxKind } from "@/lib/outbox/define-outbox-kind";
import { paths } from "@/lib/paths";
import { limitsOf } from "@/lib/plans/limits-of";

const ids = z.strictObject({
  teamId: idInput,
  userId: idInput,
  locale: z.enum(locales),
  /** Percent of the plan's messages that are used. */
  share: z.int(),
});

/** Tells an owner that the month's messages are nearly used, or all. */
export const planMail = defineOutboxKind({ kind: "plan-mail", version: 1, ids });

/** Nothing is sent to who is no owner any more, nor of a team whose plan has no such limit by now. */
export const writePlanMail: WriteLetter<z.output<typeof ids>> = async (
  { db },
  { teamId, userId, locale, share },
  { baseUrl },
) => {
  const [member, plan] = await Promise.all([
    db.membership.findUnique({
      where: { teamId_userId: { teamId, userId }, role: "owner" },
      select: { user: { select: { email: true } }, team: { select: { name: true } } },
    }),
    limitsOf(db, teamId),
  ]);
  const most = plan.limits.messages;
  if (!member || most === null) return null;
  const team = plainName(member.team.name);
  const text = getMailWords(locale).usage({ team, share, most: most.toLocaleString(locale) });
  return { to: member.user.email, text, link: `${baseUrl}${paths.usage}` };
};
