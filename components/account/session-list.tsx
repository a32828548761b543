"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/components/ui/form/form-action";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { Monitor, Smartphone } from "@/components/ui/icons";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { useToastAction } from "@/components/ui/toast/use-toast-action";

export type SessionRow = {
  id: string;
  browser: string | null;
  system: string | null;
  /** ISO 8601. */
  lastSeenAt: string;
  isCurrent: boolean;
};

type SessionListProps = { sessions: SessionRow[]; revoke: FormAction; revokeOthers: FormAction };

/** Where the account is signed in, each place with a way to end it. */
export function SessionList({ sessions, revoke, revokeOthers }: SessionListProps) {
  const { account } = useDashboardCatalog();
  const words = account.sessions;
  return (
    <Card
      title={words.title}
      isFlush
      actions={
        sessions.length > 1 && (
          <ActionButton
            action={revokeOthers}
            doneMessage={words.signedOutOthers}
            label={words.signOutOthers}
          />
        )
      }
    >
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} revoke={revoke} />
        ))}
      </ul>
    </Card>
  );
}

function SessionItem({ session, revoke }: { session: SessionRow; revoke: FormAction }) {
  const words = useDashboardCatalog().account.sessions;
  const { browser, system } = session;
  const device = words.device(browser ?? words.unknownBrowser, system ?? words.unknownSystem);
  const isPhone = system === "iPhone" || system === "iPad" || system === "Android";
  const Icon = isPhone ? Smartphone : Monitor;
  return (
    <li className="flex items-center gap-4 px-4 py-3 sm:px-6">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-soft" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span>{device}</span>
          {session.isCurrent && <Badge tone="good">{words.current}</Badge>}
        </p>
        <p className="text-sm text-ink-soft">
          {words.lastActive} <RelativeTime value={session.lastSeenAt} />
        </p>
      </div>
      {!session.isCurrent && (
        <ActionButton
          action={revoke}
          name="sessionId"
          value={session.id}
          label={words.signOut}
          description={words.signOutLabel(device)}
          doneMessage={words.signedOut}
        />
      )}
    </li>
  );
}

type ActionButtonProps = {
  action: FormAction;
  name?: string;
  value?: string;
  label: string;
  description?: string;
  doneMessage: string;
};

function ActionButton({ action, name, value, label, description, doneMessage }: ActionButtonProps) {
  const formAction = useToastAction(action, doneMessage);
  return (
    <form action={formAction}>
      {name && <input type="hidden" name={name} value={value} />}
      <SubmitButton variant="secondary" size="small" aria-label={description}>
        {label}
      </SubmitButton>
    </form>
  );
}
