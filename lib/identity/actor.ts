import type { Ctx } from "@/lib/context";
import type { Role } from "@/lib/db/generated/enums";
import type { Scope } from "@/lib/scopes";

/** Somebody signed in, as the database says on each request and never as the client does; made by `findMember`. */
export type Member = {
  kind: "member";
  sessionId: string;
  userId: string;
  userName: string;
  email: string;
  teamId: string;
  teamName: string;
  role: Role;
};

/** The app itself, where nobody asked for what it does in a team; made by `systemOf`. */
export type System = {
  kind: "system";
  teamId: string;
};

/** A program with a key of the team's, as the database says on each request; made by `findApiKey`. */
export type ApiKey = {
  kind: "api_key";
  keyId: string;
  keyName: string;
  teamId: string;
  scopes: readonly Scope[];
};

/** Who asked for what is done in a team: a member, or a program with a key. */
export type Asker = Member | ApiKey;

/** Who acts. Another kind joins here with the one function that makes it and its place in `permissions`. */
export type Actor = Member | ApiKey | System;

/** What a verb is given that acts for somebody: a member, where the verb's type names no other kind. */
export type ActorCtx<A extends Actor = Member> = Ctx & { actor: A };

/** The app itself as the actor of what it does in that team. */
export function systemOf(teamId: string): System {
  return { kind: "system", teamId };
}

/** The name that is kept beside what the actor did. */
export function actorName(actor: Pick<Member, "userName"> | Pick<ApiKey, "keyName"> | System): string {
  if ("userName" in actor) return actor.userName;
  return "keyName" in actor ? actor.keyName : "Dawen";
}
