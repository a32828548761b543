import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { env } from "@/lib/env";
import { getAuthSecret } from "@/lib/identity/secret";
import { getMailer } from "@/lib/mail/mailer";
import type { Post } from "@/lib/outbox/bind-mail";

/**
 * What the mails that a request causes are made with, in the language of its browser; null where no mail server is set.
 */
export async function getPost(): Promise<Post | null> {
  if (getMailer() === null) return null;
  return { locale: await getRequestLocale(), secret: await getAuthSecret(env()) };
}
