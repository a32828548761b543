import {
  passwordChangedMail,
  writePasswordChangedMail,
} from "@/lib/accounts/passwords/password-changed-mail";
import { passwordResetMail, writePasswordResetMail } from "@/lib/accounts/passwords/password-reset-mail";
import { getBaseUrl } from "@/lib/base-url";
import { givenMail, writeGivenMail } from "@/lib/conversations/desk/given-mail";
import { waitingMail, writeWaitingMail } from "@/lib/conversations/desk/waiting-mail";
import { digestMail, writeDigestMail } from "@/lib/conversations/digest/digest-mail";
import { deliverReplyMailBy } from "@/lib/conversations/reply-mails/deliver-reply-mail";
import { replyMail } from "@/lib/conversations/reply-mails/reply-mail";
import { returnedMail, writeReturnedMail } from "@/lib/conversations/snooze/returned-mail";
import { env } from "@/lib/env";
import { getAuthSecrets } from "@/lib/identity/secret";
import { getMailer } from "@/lib/mail/mailer";
import { bindMail, type PostOffice } from "@/lib/outbox/bind-mail";
import { type BoundOutboxKind, bindOutboxKind } from "@/lib/outbox/bind-outbox-kind";
import { inviteMail, writeInviteMail } from "@/lib/teams/invites/invite-mail";
import { planMail, writePlanMail } from "@/lib/teams/plan/plan-mail";

/** Everything that leaves the house by the outbox, with what sends it. */
export const outboxKinds = outboxKindsOf(async () => ({
  mailer: getMailer(),
  baseUrl: getBaseUrl(),
  secrets: await getAuthSecrets(env()),
}));

export function outboxKindsOf(openOffice: () => Promise<PostOffice>): readonly BoundOutboxKind[] {
  return [
    bindMail(inviteMail, writeInviteMail, openOffice),
    bindMail(passwordResetMail, writePasswordResetMail, openOffice),
    bindMail(passwordChangedMail, writePasswordChangedMail, openOffice),
    bindMail(digestMail, writeDigestMail, openOffice),
    bindMail(givenMail, writeGivenMail, openOffice),
    bindMail(returnedMail, writeReturnedMail, openOffice),
    bindMail(planMail, writePlanMail, openOffice),
    bindMail(waitingMail, writeWaitingMail, openOffice),
    bindOutboxKind(replyMail, deliverReplyMailBy(openOffice)),
  ];
}
