import type { Person } from "@/lib/contract/person";
import type { ChatDesk } from "@/lib/conversations/turns/turn";

/** What a visitor reads of who has their chat; undefined where nobody does. */
export function toPerson({ assignee }: Pick<ChatDesk, "assignee">): Person | undefined {
  return assignee ? personNamed(assignee.name) : undefined;
}

/** As visitors see a member of staff. */
export function personNamed(name: string): Person {
  return { name, avatar_url: "" };
}
