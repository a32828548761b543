"use client";

import { useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { buttonClass } from "@/components/ui/button/button-class";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import type { FormAction } from "@/components/ui/form/form-action";
import { LogOut, MoreVertical, UserMinus, UserRoundCog } from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu/menu";
import { MenuButton } from "@/components/ui/menu/menu-button";
import { useToastAction } from "@/components/ui/toast/use-toast-action";
import type { Member } from "@/lib/teams/list-members";

type Role = Member["role"];

type MemberMenuProps = {
  member: { userId: string; name: string; role: Role; isYou: boolean };
  teamName: string;
  canManage: boolean;
  updateRole: FormAction;
  remove: FormAction;
};

const roles: readonly Role[] = ["owner", "editor", "agent"];

export function MemberMenu({ member, teamName, canManage, updateRole, remove }: MemberMenuProps) {
  const { team, common } = useDashboardCatalog();
  const [isAsking, setIsAsking] = useState(false);
  const removeForm = useToastAction(remove, team.remove.done(member.name));
  const words = member.isYou
    ? { title: team.leave.title(teamName), description: team.leave.description, submit: team.leave.submit }
    : {
        title: team.remove.title(member.name),
        description: team.remove.description,
        submit: team.remove.submit,
      };
  return (
    <>
      <Menu
        label={team.memberMenu(member.name)}
        triggerClassName={`relative ${buttonClass({ variant: "quiet", size: "small" })}`}
        trigger={<MoreVertical aria-hidden className="size-4" />}
      >
        {canManage && (
          <>
            {roles
              .filter((role) => role !== member.role)
              .map((role) => (
                <RoleItem key={role} member={member} role={role} action={updateRole} />
              ))}
            <hr className="my-1 border-line" />
          </>
        )}
        <MenuButton tone="danger" onClick={() => setIsAsking(true)}>
          {member.isYou ? <LogOut aria-hidden /> : <UserMinus aria-hidden />}
          {words.submit}
        </MenuButton>
      </Menu>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        words={{ ...words, cancel: common.cancel }}
        field={{ name: "userId", value: member.userId }}
        action={removeForm}
      />
    </>
  );
}

type RoleItemProps = { member: { userId: string; name: string }; role: Role; action: FormAction };

function RoleItem({ member, role, action }: RoleItemProps) {
  const { team } = useDashboardCatalog();
  const formAction = useToastAction(action, team.roleChanged(member.name, team.roles[role]));
  return (
    <form action={formAction}>
      <input type="hidden" name="userId" value={member.userId} />
      <input type="hidden" name="role" value={role} />
      <MenuButton type="submit">
        <UserRoundCog aria-hidden />
        {team.makeRole(team.roles[role])}
      </MenuButton>
    </form>
  );
}
