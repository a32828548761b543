import type { Metadata } from "next";
import { ResetForm } from "@/components/auth/reset-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getRequestTheme } from "@/components/shell/preferences/request-theme";
import { ButtonLink } from "@/components/ui/button/button-link";
import { getPasswordReset } from "@/lib/accounts/passwords/get-password-reset";
import { getContext } from "@/lib/context";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { getMailer } from "@/lib/mail/mailer";
import { paths } from "@/lib/paths";
import { resetPasswordAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: getCatalog(await getRequestLocale()).auth.reset.title,
    robots: { index: false, follow: false },
  };
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [locale, theme] = await Promise.all([getRequestLocale(), getRequestTheme()]);
  const words = getCatalog(locale).auth.reset;
  const reset = await getPasswordReset(await getContext(), token);
  if (!reset) {
    const hasMail = getMailer() !== null;
    return (
      <AuthShell
        locale={locale}
        theme={theme}
        title={words.invalidTitle}
        description={hasMail ? words.invalidAskAgain : words.invalid}
      >
        <ButtonLink href={hasMail ? paths.forgot : paths.signIn} variant="primary" isBlock>
          {hasMail ? words.askAgain : words.toSignIn}
        </ButtonLink>
      </AuthShell>
    );
  }
  return (
    <AuthShell locale={locale} theme={theme} title={words.title} description={words.description}>
      <ResetForm action={resetPasswordAction} token={token} email={reset.email} />
    </AuthShell>
  );
}
