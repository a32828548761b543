import { getRequestLocale } from "@/components/shell/request-locale";
import { getBaseUrl } from "@/lib/base-url";
import { getMailer } from "@/lib/mail/mailer";
import type { PostOffice } from "@/lib/mail/post-mail";

/** What sends the mails that a request causes, in the language of its browser; null where no mail server is set. */
export async function getPostOffice(): Promise<PostOffice | null> {
  const mailer = getMailer();
  return mailer && { mailer, locale: await getRequestLocale(), baseUrl: getBaseUrl() };
}
