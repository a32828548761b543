import type { Role } from "@/lib/db/generated/enums";
import { can } from "@/lib/identity/permissions";

/** Whether somebody with that role in the team, null for none, may give the roles that invitations give. */
export function mayInvite(role: Role | null | undefined): boolean {
  return role != null && can({ role }, "team.manage");
}
