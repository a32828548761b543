import type { Ctx } from "@/lib/context";
import type { Role } from "@/lib/db/generated/enums";

/** Who acts: read from the database on each request, never from what the client says. */
export type Actor = {
  sessionId: string;
  userId: string;
  userName: string;
  email: string;
  teamId: string;
  teamName: string;
  role: Role;
};

export type ActorCtx = Ctx & { actor: Actor };
