import type { Db } from "@/lib/db/client";
import type { Role } from "@/lib/db/generated/enums";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { Member } from "@/lib/identity/actor";

/** A member with that role, for tests: of a new team, or of the team of `colleague`. Has no session row. */
export async function createTestActor(db: Db, role: Role = "owner", colleague?: Member): Promise<Member> {
  const userId = uuidv7();
  const email = `${userId}@example.test`;
  await db.user.create({ data: { id: userId, email, name: "測試", passwordHash: "" } });
  const teamId = colleague?.teamId ?? uuidv7();
  const teamName = colleague?.teamName ?? "測試團隊";
  if (!colleague) await db.team.create({ data: { id: teamId, name: teamName } });
  await db.membership.create({ data: { teamId, userId, role } });
  return { kind: "member", sessionId: uuidv7(), userId, userName: "測試", email, teamId, teamName, role };
}
