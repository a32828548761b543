import { Role } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import type { Scope } from "@/lib/scopes";
import type { ApiKey, Member, System } from "./actor";

type Grantee = Role | System["kind"] | Scope;

const everyone: readonly Grantee[] = [Role.owner, Role.editor, Role.agent];
const writers: readonly Grantee[] = [Role.owner, Role.editor];
const owners: readonly Grantee[] = [Role.owner];

/** Whatever a key does with a bot, it may find the bot. */
const botScopes: readonly Grantee[] = ["bots:read", "bots:write", "knowledge:read", "knowledge:write"];

/** Who may do what inside their own team, members by their role, keys by their scopes. The only such table. */
export const permissions = {
  "bot.read": [...everyone, "system", ...botScopes, "answers:check"],
  "bot.create": writers,
  "bot.update": [...writers, "bots:write"],
  "bot.rotate_token": owners,
  "bot.delete": owners,
  "bot.set_retention": owners,
  "bin.purge": owners,
  "knowledge.read": [...everyone, "knowledge:read", "knowledge:write"],
  "knowledge.write": [...writers, "system", "knowledge:write"],
  "answer.check": [...everyone, "answers:check"],
  "chat.read": [...everyone, "conversations:read"],
  "chat.handle": everyone,
  "chat.delete": [...owners, "conversations:delete"],
  "chat.export": [...owners, "conversations:export"],
  "team.read": everyone,
  "team.manage": owners,
} as const satisfies Record<string, readonly Grantee[]>;

export type Permission = keyof typeof permissions;

/** Of a member the role is enough, of a key its scopes. */
type Holder = Pick<Member, "role"> | Pick<ApiKey, "scopes"> | Pick<System, "kind">;

export function can(actor: Holder, permission: Permission): boolean {
  const allowed: readonly Grantee[] = permissions[permission];
  return granteesOf(actor).some((grantee) => allowed.includes(grantee));
}

/** Throws AppError `forbidden` unless the actor has the permission. */
export function requirePermission(actor: Holder, permission: Permission): void {
  if (!can(actor, permission))
    throw new AppError("forbidden", `${granteesOf(actor).join(", ")} lacks ${permission}`);
}

function granteesOf(actor: Holder): readonly Grantee[] {
  if ("role" in actor) return [actor.role];
  return "scopes" in actor ? actor.scopes : [actor.kind];
}
