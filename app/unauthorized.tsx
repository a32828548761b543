import { signInAction } from "@/app/(auth)/actions";
import { ForgotPassword } from "@/components/auth/forgot-password";
import { SignInForm } from "@/components/auth/sign-in-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getRequestTheme } from "@/components/shell/preferences/request-theme";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { getMailer } from "@/lib/mail/mailer";

/** Stands in the place of a page that needs a session; after signing in, the same address shows that page. */
export default async function Unauthorized() {
  const [locale, theme] = await Promise.all([getRequestLocale(), getRequestTheme()]);
  const { title, description } = getCatalog(locale).shell.unauthorized;
  return (
    <AuthShell locale={locale} theme={theme} title={title} description={description}>
      <SignInForm action={signInAction} />
      <ForgotPassword locale={locale} hasMail={getMailer() !== null} />
    </AuthShell>
  );
}
