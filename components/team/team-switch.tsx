"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/components/ui/form/form-action";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useToastAction } from "@/components/ui/toast/use-toast-action";
import { languageOf } from "@/lib/language/language-of";
import type { TeamItem } from "@/lib/teams/list-teams";

type TeamSwitchProps = { teams: TeamItem[]; action: FormAction };

/** For who belongs to several teams: which one this browser shows. */
export function TeamSwitch({ teams, action }: TeamSwitchProps) {
  const { team } = useDashboardCatalog();
  const formAction = useToastAction(action, team.switch.current);
  return (
    <Card title={team.switch.title} description={team.switch.description} isFlush>
      <ul className="divide-y divide-line">
        {teams.map(({ id, name, role, isCurrent }) => (
          <li key={id} className="flex min-h-13 items-center gap-4 px-4 py-2 sm:px-6">
            <div className="min-w-0 flex-1">
              <p lang={languageOf(name)} className="font-medium">
                {name}
              </p>
              <p className="text-sm text-ink-soft">{team.roles[role]}</p>
            </div>
            {isCurrent ? (
              <Badge tone="good">{team.switch.current}</Badge>
            ) : (
              <form action={formAction}>
                <input type="hidden" name="teamId" value={id} />
                <SubmitButton variant="secondary" size="small" aria-label={team.switch.submitLabel(name)}>
                  {team.switch.submit}
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
