import { getMailWords } from "@/lib/i18n/mail-words";
import { mailTime } from "@/lib/mail/mail-time";
import { type PostOffice, postMail } from "@/lib/mail/post-mail";

/** Tells the owner of an account that its password is another one: it may have been somebody else. */
export function mailPasswordChanged(office: PostOffice, email: string, now = new Date()): void {
  const { locale, baseUrl } = office;
  postMail(office, {
    to: email,
    text: getMailWords(locale).passwordChanged({ at: mailTime(locale, now) }),
    link: `${baseUrl}/sign-in`,
  });
}
