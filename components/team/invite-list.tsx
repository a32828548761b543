"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/components/ui/form/form-action";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { Mail } from "@/components/ui/icons";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { useToastAction } from "@/components/ui/toast/use-toast-action";
import type { Member } from "@/lib/teams/list-members";

/** `expiresAt` is ISO 8601. */
export type InviteRow = { id: string; email: string; role: Member["role"]; expiresAt: string };

export function InviteList({ invites, revoke }: { invites: InviteRow[]; revoke: FormAction }) {
  const words = useDashboardCatalog().team.invite;
  return (
    <Card title={words.pending} isFlush>
      {invites.length === 0 ? (
        <EmptyState icon={<Mail aria-hidden className="size-8" />}>{words.noneOpen}</EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {invites.map((invite) => (
            <InviteItem key={invite.id} invite={invite} revoke={revoke} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function InviteItem({ invite, revoke }: { invite: InviteRow; revoke: FormAction }) {
  const { team } = useDashboardCatalog();
  const words = team.invite;
  const formAction = useToastAction(revoke, words.revoked(invite.email));
  return (
    <li className="flex items-center gap-4 px-4 py-3 sm:px-6">
      <div className="min-w-0 flex-1">
        <p>{invite.email}</p>
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
          <span>{team.roles[invite.role]}</span>
          <span aria-hidden>·</span>
          <RelativeTime value={invite.expiresAt} sentence={words.expires} />
        </p>
      </div>
      <form action={formAction}>
        <input type="hidden" name="inviteId" value={invite.id} />
        <SubmitButton variant="secondary" size="small">
          {words.revoke}
        </SubmitButton>
      </form>
    </li>
  );
}
