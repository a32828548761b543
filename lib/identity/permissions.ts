import { Role } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";

const everyone: readonly Role[] = [Role.owner, Role.editor, Role.agent];
const writers: readonly Role[] = [Role.owner, Role.editor];
const owners: readonly Role[] = [Role.owner];

/** Who may do what inside their own team. The only such table. */
export const permissions = {
  "bot.read": everyone,
  "bot.create": writers,
  "bot.update": writers,
  "bot.rotate_token": owners,
  "bot.delete": owners,
  "bot.set_retention": owners,
  "bin.purge": owners,
  "knowledge.read": everyone,
  "knowledge.write": writers,
  "chat.read": everyone,
  "chat.handle": everyone,
  "team.read": everyone,
  "team.manage": owners,
} as const;

export type Permission = keyof typeof permissions;

export function can(actor: Pick<Actor, "role">, permission: Permission): boolean {
  return permissions[permission].includes(actor.role);
}

/** Throws AppError `forbidden` unless the actor's role has the permission. */
export function requirePermission(actor: Pick<Actor, "role">, permission: Permission): void {
  if (!can(actor, permission)) throw new AppError("forbidden", `role ${actor.role} lacks ${permission}`);
}
