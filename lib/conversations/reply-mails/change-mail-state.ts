import type { Ctx } from "@/lib/context";
import { publishAnew } from "@/lib/conversations/feed/publish-anew";
import { Prisma } from "@/lib/db/generated/client";
import type { ReplyMail } from "@/lib/db/generated/enums";
import type { JobFault } from "@/lib/jobs/fault-of";

/** Why a reply couldn't be mailed, or not yet. */
export type ReplyMailFault = JobFault | "visitor_blocked" | "bot_deleted";

export type MailChange = { state: ReplyMail; fault: ReplyMailFault | null };

/** What a statement changes of a reply whose mail comes to this; each change is later than the one before. */
export function toMailState({ state, fault }: MailChange, now: number): Prisma.Sql {
  return Prisma.sql`mail_state = ${state}::reply_mail, mail_fault = ${fault},
    mail_at = GREATEST(${new Date(now)}::timestamptz, mail_at + interval '1 millisecond')`;
}

/** Says on staff screens what became of these replies. */
export async function publishMailStates(
  ctx: Pick<Ctx, "db" | "kv">,
  teamId: string,
  conversationId: string,
  turnIds: readonly string[],
): Promise<void> {
  for (const id of turnIds) await publishAnew(ctx, teamId, { conversationId, id });
}
