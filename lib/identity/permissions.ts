import { Role } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import type { Member, System } from "./actor";

type Grantee = Role | System["kind"];

const everyone: readonly Grantee[] = [Role.owner, Role.editor, Role.agent];
const writers: readonly Grantee[] = [Role.owner, Role.editor];
const owners: readonly Grantee[] = [Role.owner];

/** Who may do what inside their own team, members by their role. The only such table. */
export const permissions = {
  "bot.read": [...everyone, "system"],
  "bot.create": writers,
  "bot.update": writers,
  "bot.rotate_token": owners,
  "bot.delete": owners,
  "bot.set_retention": owners,
  "bin.purge": owners,
  "knowledge.read": everyone,
  "knowledge.write": [...writers, "system"],
  "chat.read": everyone,
  "chat.handle": everyone,
  "chat.delete": owners,
  "chat.export": owners,
  "team.read": everyone,
  "team.manage": owners,
} as const satisfies Record<string, readonly Grantee[]>;

export type Permission = keyof typeof permissions;

/** Of a member the role is enough. */
type Holder = Pick<Member, "role"> | Pick<System, "kind">;

export function can(actor: Holder, permission: Permission): boolean {
  const allowed: readonly Grantee[] = permissions[permission];
  return allowed.includes(granteeOf(actor));
}

/** Throws AppError `forbidden` unless the actor has the permission. */
export function requirePermission(actor: Holder, permission: Permission): void {
  if (!can(actor, permission)) throw new AppError("forbidden", `${granteeOf(actor)} lacks ${permission}`);
}

function granteeOf(actor: Holder): Grantee {
  return "role" in actor ? actor.role : actor.kind;
}
