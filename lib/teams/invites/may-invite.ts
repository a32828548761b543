import { can } from "@/lib/auth/permissions";
import type { Role } from "@/lib/db/generated/enums";

/** Whether somebody with that role in the team, null for none, may give the roles that invitations give. */
export function mayInvite(role: Role | null | undefined): boolean {
  return role != null && can({ role }, "team.manage");
}
