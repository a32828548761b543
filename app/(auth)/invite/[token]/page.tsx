import type { Metadata } from "next";
import { signOutAction } from "@/app/(auth)/actions";
import { AcceptInviteForm } from "@/components/auth/accept-invite-form";
import { SignInForm } from "@/components/auth/sign-in-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getRequestTheme } from "@/components/shell/preferences/request-theme";
import { ButtonLink } from "@/components/ui/button/button-link";
import { PlainForm } from "@/components/ui/form/plain-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { Notice } from "@/components/ui/notice";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { getActor } from "@/lib/session/current-actor";
import { homePath } from "@/lib/session/home-path";
import { getInvite } from "@/lib/teams/invites/get-invite";
import { acceptInviteAction, signInAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: getCatalog(await getRequestLocale()).team.invite.link,
    robots: { index: false, follow: false },
  };
}

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [locale, theme, actor] = await Promise.all([getRequestLocale(), getRequestTheme(), getActor()]);
  const { auth, team, shell } = getCatalog(locale);
  const words = auth.invite;
  const frame = { locale, theme };
  const invite = await getInvite(await getContext(), token);
  if (!invite || invite.hasEnded) {
    return (
      <AuthShell {...frame} title={words.invalidTitle} description={invite ? words.ended : words.invalid}>
        <ButtonLink href={actor ? homePath(actor) : paths.signIn} variant="primary" isBlock>
          {actor ? shell.notFound.action : auth.reset.toSignIn}
        </ButtonLink>
      </AuthShell>
    );
  }

  const heading = {
    title: words.title(invite.teamName),
    description: words.description(team.roles[invite.role]),
  };
  if (actor && actor.email !== invite.email) {
    return (
      <AuthShell {...frame} {...heading}>
        <PlainForm action={signOutAction} className="flex flex-col gap-6">
          <Notice tone="warn">{words.otherAccount(invite.email)}</Notice>
          <input type="hidden" name="callbackUrl" value={`/invite/${encodeURIComponent(token)}`} />
          <SubmitButton variant="secondary" isBlock pendingLabel={shell.signingOut}>
            {shell.signOut}
          </SubmitButton>
        </PlainForm>
      </AuthShell>
    );
  }
  if (actor) {
    return (
      <AuthShell {...frame} {...heading}>
        <AcceptInviteForm action={acceptInviteAction} token={token} />
      </AuthShell>
    );
  }
  return (
    <AuthShell {...frame} {...heading}>
      <div className="flex flex-col gap-6">
        {env().SIGNUP !== "closed" && (
          <ButtonLink href={`${paths.signUp}?invite=${encodeURIComponent(token)}`} variant="primary" isBlock>
            {words.createAccount}
          </ButtonLink>
        )}
        <p className="border-t border-line pt-6 text-ink-soft">{words.haveAccount}</p>
        <SignInForm action={signInAction} callbackUrl="" invite={{ token, email: invite.email }} />
      </div>
    </AuthShell>
  );
}
