import type { Member } from "@/lib/identity/actor";
import { can } from "@/lib/identity/permissions";

/** Where the day begins: staff in the chats, whoever builds bots at the bots. */
export function homePath(actor: Pick<Member, "role">): string {
  return can(actor, "bot.update") ? "/bots" : "/chats";
}
