import { signInAction } from "@/app/(auth)/actions";
import { SignInInPlace } from "@/components/auth/sign-in-in-place";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getRequestTheme } from "@/components/shell/preferences/request-theme";
import { getMailer } from "@/lib/mail/mailer";

/** Stands in the place of a page that needs a session; after signing in, the same address shows that page. */
export default async function Unauthorized() {
  const [locale, theme] = await Promise.all([getRequestLocale(), getRequestTheme()]);
  const hasMail = getMailer() !== null;
  return <SignInInPlace {...{ locale, theme, hasMail }} action={signInAction} />;
}
