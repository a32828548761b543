import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ForgotPassword } from "@/components/auth/forgot-password";
import { SignInForm } from "@/components/auth/sign-in-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getRequestTheme } from "@/components/shell/preferences/request-theme";
import { textLinkClass } from "@/components/ui/text-link-class";
import { FlashNotice } from "@/components/ui/toast/flash-notice";
import { env } from "@/lib/env";
import { errorMessage } from "@/lib/i18n/error-message";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { getMailer } from "@/lib/mail/mailer";
import { paths } from "@/lib/paths";
import { getActor } from "@/lib/session/current-actor";
import { homePath } from "@/lib/session/home-path";
import { safePath } from "@/lib/session/safe-path";
import { fromSignInError } from "@/lib/session/sign-in-error";
import { signInAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: getCatalog(await getRequestLocale()).auth.signIn.title,
    alternates: { canonical: paths.signIn },
  };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const [query, actor] = await Promise.all([searchParams, getActor()]);
  const callbackUrl = safePath(query.callbackUrl);
  if (actor) redirect(callbackUrl ?? homePath(actor));
  const [locale, theme] = await Promise.all([getRequestLocale(), getRequestTheme()]);
  const { signIn } = getCatalog(locale).auth;
  const notices = new Map([
    ["registered", signIn.registered],
    ["password_changed", signIn.passwordChanged],
    ["signed_out", signIn.signedOut],
    ["signed_out_here", signIn.signedOutHere],
  ]);
  const flag = String(query.notice);
  const notice = notices.get(flag);
  const error = typeof query.error === "string" ? fromSignInError(query.error) : null;
  return (
    <AuthShell
      locale={locale}
      theme={theme}
      title={signIn.title}
      description={signIn.description}
      footer={
        env().SIGNUP === "open" && (
          <>
            {signIn.noAccount}{" "}
            <Link href={paths.signUp} className={textLinkClass}>
              {signIn.toSignUp}
            </Link>
          </>
        )
      }
    >
      <div className="flex flex-col gap-6">
        {notice && !error && (
          <FlashNotice flag="notice" until="submit" tone={flag === "signed_out_here" ? "warn" : "good"}>
            {notice}
          </FlashNotice>
        )}
        {error && (
          <FlashNotice flag="error" until="submit" tone="bad" isUrgent>
            {errorMessage(getCatalog(locale), error)}
          </FlashNotice>
        )}
        <SignInForm action={signInAction} callbackUrl={callbackUrl ?? ""} />
      </div>
      <ForgotPassword hasMail={getMailer() !== null} />
    </AuthShell>
  );
}
