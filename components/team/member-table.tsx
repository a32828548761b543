import { Avatar } from "@/components/ui/avatar/avatar";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { FormAction } from "@/components/ui/form/form-action";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { languageOf } from "@/lib/language/language-of";
import type { Member } from "@/lib/teams/list-members";
import { MemberMenu } from "./member-menu";

type MemberTableProps = {
  locale: Locale;
  members: Member[];
  teamName: string;
  canManage: boolean;
  updateRole: FormAction;
  remove: FormAction;
};

export function MemberTable({ locale, members, teamName, canManage, updateRole, remove }: MemberTableProps) {
  const { team } = getCatalog(locale);
  const columns: Column<Member>[] = [
    {
      key: "name",
      header: team.columns.name,
      cell: ({ name, email, isYou, face }) => (
        <span className="flex items-center gap-3">
          <Avatar name={name} imageUrl={face} />
          <span className="min-w-0">
            <span className="flex flex-wrap items-center gap-2 font-medium">
              <span lang={languageOf(name)}>{name}</span>
              {isYou && <Badge icon={null}>{team.you}</Badge>}
            </span>
            <span className="block text-sm text-ink-soft">{email}</span>
          </span>
        </span>
      ),
    },
    {
      key: "role",
      header: team.columns.role,
      isSelfExplaining: true,
      cell: ({ role }) => <span title={team.roleHelp[role]}>{team.roles[role]}</span>,
    },
    {
      key: "joined",
      header: team.columns.joined,
      cell: ({ joinedAt }) => <RelativeTime value={joinedAt.toISOString()} />,
    },
    {
      key: "actions",
      header: team.columns.actions,
      align: "end",
      isMenu: true,
      cell: ({ userId, name, role, isYou }) =>
        (canManage || isYou) && (
          <MemberMenu
            member={{ userId, name, role, isYou }}
            teamName={teamName}
            canManage={canManage}
            updateRole={updateRole}
            remove={remove}
          />
        ),
    },
  ];
  return (
    <DataTable caption={team.members} columns={columns} rows={members} rowKey={({ userId }) => userId} />
  );
}
