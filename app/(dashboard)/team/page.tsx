import type { Metadata } from "next";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { ConnectionsCard } from "@/components/team/connections-card";
import { InviteForm } from "@/components/team/invite-form";
import { InviteList } from "@/components/team/invite-list";
import { MemberTable } from "@/components/team/member-table";
import { TeamForm } from "@/components/team/team-form";
import { TeamSwitch } from "@/components/team/team-switch";
import { TeamTabs } from "@/components/team/team-tabs";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { describeConnections } from "@/lib/connections/describe-connections";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { getDeskSettings } from "@/lib/teams/desk/get-desk-settings";
import { listInvites } from "@/lib/teams/invites/list-invites";
import { listMembers } from "@/lib/teams/list-members";
import { listTeams } from "@/lib/teams/list-teams";
import { timeZones } from "@/lib/time-zones";
import {
  createInviteAction,
  removeMemberAction,
  revokeInviteAction,
  switchTeamAction,
  testFilesAction,
  testMailAction,
  updateMemberRoleAction,
  updateTeamAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).team.title };
}

export default async function TeamPage() {
  const ctx = await requirePageActor("team.read");
  const { actor } = ctx;
  const canManage = can(actor, "team.manage");
  const [locale, members, teams, { timeZone }, invites] = await Promise.all([
    getRequestLocale(),
    listMembers(ctx),
    listTeams(ctx),
    getDeskSettings(ctx),
    canManage ? listInvites(ctx) : [],
  ]);
  const { team } = getCatalog(locale);
  const connections = describeConnections(env());
  return (
    <>
      <PageHeader title={team.title} description={team.description} />
      {canManage && <TeamTabs locale={locale} />}
      <div className="flex flex-col gap-6">
        <Card
          title={team.members}
          description={canManage ? team.memberCount(members.length) : team.ownerOnly}
          isFlush
        >
          <MemberTable
            locale={locale}
            members={members}
            teamName={actor.teamName}
            canManage={canManage}
            updateRole={updateMemberRoleAction}
            remove={removeMemberAction}
          />
        </Card>
        {canManage && (
          <>
            <Card
              title={team.invite.title}
              description={connections.mail ? team.invite.descriptionMailed : team.invite.description}
            >
              <InviteForm action={createInviteAction} hasMail={connections.mail !== null} />
            </Card>
            <InviteList
              invites={invites.map(({ expiresAt, ...invite }) => ({
                ...invite,
                expiresAt: expiresAt.toISOString(),
              }))}
              revoke={revokeInviteAction}
            />
            <TeamForm
              action={updateTeamAction}
              teamId={actor.teamId}
              stored={{ name: actor.teamName, timeZone }}
              zones={timeZones}
            />
          </>
        )}
        {canManage && (
          <ConnectionsCard
            locale={locale}
            connections={connections}
            testMail={testMailAction}
            testFiles={testFilesAction}
          />
        )}
        {teams.length > 1 && <TeamSwitch teams={teams} action={switchTeamAction} />}
      </div>
    </>
  );
}
