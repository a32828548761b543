import { findMember } from "@/lib/accounts/sessions/find-member";
import type { Ctx } from "@/lib/context";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx, Member } from "@/lib/identity/actor";
import { type CreateAccountInput, createAccount } from "@/lib/teams/joining/create-account";
import { signIn } from "@/lib/teams/joining/sign-in";

export type TestAccount = { email: string; password: string; userId: string; teamId: string };

/** An account that can sign in, for tests; in a team of its own unless another is given. */
export async function createTestAccount(
  ctx: Ctx,
  team: CreateAccountInput["team"] = { name: "測試團隊" },
): Promise<TestAccount> {
  const email = `${uuidv7()}@example.test`;
  const password = `words of ${email}`;
  const ids = await createAccount(ctx, { email, name: "測試", password, team });
  return { email, password, ...ids };
}

/** Signs the account in, as one more browser, and reads who that session is. */
export async function signInTestAccount(
  ctx: Ctx,
  { email, password }: Pick<TestAccount, "email" | "password">,
  client = { ip: "198.51.100.7", userAgent: "test" },
): Promise<ActorCtx> {
  const { sessionId } = await signIn(ctx, { email, password }, client);
  return { ...ctx, actor: await requireTestActor(ctx, sessionId) };
}

async function requireTestActor({ db }: Ctx, sessionId: string): Promise<Member> {
  const actor = await findMember({ db, now: Date.now }, sessionId);
  if (!actor) throw new Error("the session just made has no actor");
  return actor;
}
