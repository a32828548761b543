import { getMailWords } from "@/lib/i18n/mail-words";
import type { ActorCtx } from "@/lib/identity/actor";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { consumeLimits } from "@/lib/kv/limits/limits";
import { plainName } from "@/lib/mail/plain-name";
import { type PostOffice, postMail } from "@/lib/mail/post-mail";
import { inviteLifetimeDays } from "./create-invite";

/**
 * Mails an invitation that was made a moment ago to its address. Whether it goes out: not past 50 a day of a team or 5 a day to one
 * address, since anybody may own a team and write to whom they like.
 */
export async function mailInvite(
  { kv, actor }: Pick<ActorCtx, "kv" | "actor">,
  { email, link }: { email: string; link: string },
  office: PostOffice,
): Promise<boolean> {
  const limit = await consumeLimits(kv, [
    { policy: limitPolicies.inviteMailByTeam, subject: actor.teamId },
    { policy: limitPolicies.inviteMailByAddress, subject: email },
  ]);
  if (!limit.ok) return false;
  const text = getMailWords(office.locale).invite({
    team: plainName(actor.teamName),
    inviter: plainName(actor.userName),
    days: inviteLifetimeDays,
  });
  postMail(office, { to: email, text, link });
  return true;
}
