import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getRequestTheme } from "@/components/shell/preferences/request-theme";
import { textLinkClass } from "@/components/ui/text-link-class";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { getActor } from "@/lib/session/current-actor";
import { homePath } from "@/lib/session/home-path";
import { getInvite } from "@/lib/teams/invites/get-invite";
import { signUpAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: getCatalog(await getRequestLocale()).auth.signUp.title,
    alternates: { canonical: paths.signUp },
  };
}

type Props = { searchParams: Promise<{ invite?: string | string[] }> };

export default async function SignUpPage({ searchParams }: Props) {
  const [{ invite: token }, actor] = await Promise.all([searchParams, getActor()]);
  if (actor) redirect(typeof token === "string" ? `/invite/${encodeURIComponent(token)}` : homePath(actor));
  const [locale, theme] = await Promise.all([getRequestLocale(), getRequestTheme()]);
  const { auth, team } = getCatalog(locale);
  const { SIGNUP } = env();
  const invite = typeof token === "string" ? await getInvite(await getContext(), token) : null;

  const refusal =
    SIGNUP === "closed"
      ? { title: auth.signUp.closedTitle, description: auth.signUp.closed }
      : token !== undefined && (!invite || invite.hasEnded)
        ? {
            title: auth.invite.invalidTitle,
            description: invite ? auth.invite.ended : auth.invite.invalid,
          }
        : SIGNUP === "invite" && !invite
          ? { title: auth.signUp.inviteOnlyTitle, description: auth.signUp.inviteOnly }
          : null;
  const heading = invite
    ? {
        title: auth.invite.title(invite.teamName),
        description: auth.invite.description(team.roles[invite.role]),
      }
    : { title: auth.signUp.title, description: auth.signUp.description };
  const signInPath =
    invite && typeof token === "string" ? `/invite/${encodeURIComponent(token)}` : paths.signIn;

  return (
    <AuthShell
      locale={locale}
      theme={theme}
      {...(refusal ?? heading)}
      footer={
        <>
          {auth.signUp.haveAccount}{" "}
          <Link href={signInPath} className={textLinkClass}>
            {auth.signUp.toSignIn}
          </Link>
        </>
      }
    >
      {!refusal && (
        <SignUpForm
          action={signUpAction}
          {...(invite && typeof token === "string" ? { invite: { token, email: invite.email } } : {})}
        />
      )}
    </AuthShell>
  );
}
