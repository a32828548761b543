import type { Metadata } from "next";
import Link from "next/link";
import { ForgotForm } from "@/components/auth/forgot-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getRequestTheme } from "@/components/shell/preferences/request-theme";
import { textLinkClass } from "@/components/ui/text-link-class";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { getMailer } from "@/lib/mail/mailer";
import { paths } from "@/lib/paths";
import { requestResetAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: getCatalog(await getRequestLocale()).auth.forgot.title,
    robots: { index: false, follow: false },
  };
}

export default async function ForgotPage() {
  const [locale, theme] = await Promise.all([getRequestLocale(), getRequestTheme()]);
  const words = getCatalog(locale).auth.forgot;
  const hasMail = getMailer() !== null;
  return (
    <AuthShell
      locale={locale}
      theme={theme}
      title={words.title}
      description={hasMail ? words.description : words.withoutMail}
      footer={
        <Link href={paths.signIn} className={textLinkClass}>
          {words.toSignIn}
        </Link>
      }
    >
      {hasMail && <ForgotForm action={requestResetAction} />}
    </AuthShell>
  );
}
