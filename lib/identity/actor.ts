import type { Ctx } from "@/lib/context";
import type { Role } from "@/lib/db/generated/enums";

/** Somebody signed in, as the database says on each request and never as the client does; made by `findActor`. */
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

/** Who acts. Another kind joins here with the one function that makes it, and `can` says what it may. */
export type Actor = Member;

export type ActorCtx = Ctx & { actor: Actor };
