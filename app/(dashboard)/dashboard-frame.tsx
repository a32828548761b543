import type { ReactNode } from "react";
import { signOutAction } from "@/app/(auth)/actions";
import { LiveProvider } from "@/components/live/live-provider";
import { AppShell } from "@/components/shell/app-shell";
import { DashboardWords } from "@/components/shell/dashboard-words";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getRequestTheme } from "@/components/shell/preferences/request-theme";
import { PageActor } from "@/components/ui/page-actor";
import { PlanNotice } from "@/components/usage/plan-notice";
import { listFaces } from "@/lib/accounts/picture/list-faces";
import { getContext } from "@/lib/context";
import { getFeedPosition } from "@/lib/conversations/feed/team-feed";
import { listWaiting } from "@/lib/conversations/inbox/list-waiting";
import { countOpenLeads } from "@/lib/conversations/leads/count-open-leads";
import type { Member } from "@/lib/identity/actor";
import { can } from "@/lib/identity/permissions";
import { getStanding } from "@/lib/plans/get-standing";
import { getAlertSettings } from "@/lib/teams/alerts/get-alert-settings";

/** The dashboard around a page of it, or around what says that there is no such page. */
export async function DashboardFrame({ actor, children }: { actor: Member; children: ReactNode }) {
  const [locale, theme, { face, standing, ...live }] = await Promise.all([
    getRequestLocale(),
    getRequestTheme(),
    readLive(actor),
  ]);
  const shell = (
    <AppShell
      locale={locale}
      theme={theme}
      teamName={actor.teamName}
      user={{ name: actor.userName, email: actor.email, face }}
      signOut={signOutAction}
      notice={
        standing && <PlanNotice standing={standing} hasUsage={can(actor, "team.manage")} locale={locale} />
      }
    >
      {children}
    </AppShell>
  );
  // Another team is another line.
  return (
    <DashboardWords>
      <LiveProvider
        key={`${actor.teamId}:${actor.userId}`}
        teamId={actor.teamId}
        userId={actor.userId}
        {...live}
      >
        <PageActor userId={actor.userId} teamId={actor.teamId}>
          {shell}
        </PageActor>
      </LiveProvider>
    </DashboardWords>
  );
}

/** The position first: what happens while the list is read arrives again over the feed. */
async function readLive(actor: Member) {
  const ctx = { ...(await getContext()), actor };
  const position = await getFeedPosition(ctx, actor.teamId);
  const [waiting, openLeads, alerts, faces, standing] = await Promise.all([
    listWaiting(ctx, { onlyTold: true }),
    countOpenLeads(ctx),
    getAlertSettings(ctx),
    listFaces(ctx, [actor.userId]),
    getStanding(ctx, actor.teamId),
  ]);
  return { position, waiting, openLeads, alerts, face: faces.get(actor.userId), standing };
}
