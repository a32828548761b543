import { z } from "zod";
import { givenPasswordField, normalizeEmail, tokenField } from "@/lib/accounts/account-fields";
import { limitSignIn } from "@/lib/accounts/limit-sign-in";
import { createSession } from "@/lib/accounts/sessions/create-session";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { AppError, isAppError } from "@/lib/errors";
import type { KnownBrowser } from "@/lib/identity/known-browser";
import { verifyPassword } from "@/lib/identity/password";
import { passwordMark } from "@/lib/identity/password-mark";
import { acceptInvite } from "@/lib/teams/invites/accept-invite";

export const signInInput = z.strictObject({
  email: z.string().max(1_000).transform(normalizeEmail),
  password: givenPasswordField,
  /** The secret of an invitation that this person accepts by signing in. */
  inviteToken: tokenField.optional(),
});

type Client = {
  ip: string;
  userAgent: string;
  /** What the browser's cookie says, which we signed: it may be another account's, or of an earlier password. */
  known?: KnownBrowser | null;
};

type SignedIn = { userId: string; sessionId: string; email: string; passwordMark: string };

/**
 * Checks address and password and starts a session in the team last worked in. An unknown address takes the same time
 * and gets the same answer as a wrong password.
 * Throws AppError `rate_limited`, `unauthenticated` (reason `wrong_credentials`), and after the right password
 * `forbidden` (reason `no_team`) or what `acceptInvite` throws.
 */
export async function signIn(ctx: Ctx, input: unknown, client: Client): Promise<SignedIn> {
  const parsed = signInInput.safeParse(input);
  if (!parsed.success) throw wrongCredentials();
  const { email, password, inviteToken } = parsed.data;
  const known = client.known ?? null;
  // A stranger's attempt is counted before anything is looked up for it.
  const owner = known && (await findUser(ctx.db, email));
  const isKnown =
    owner?.id === known?.userId && passwordMark(owner?.passwordHash ?? "") === known?.passwordMark;
  const limit = await limitSignIn(ctx, {
    email,
    ip: client.ip,
    browserId: known && isKnown ? known.id : null,
  });
  const user = owner ?? (await findUser(ctx.db, email));
  const isRight = await verifyPassword(password, user?.passwordHash);
  if (!user || !isRight) throw wrongCredentials();
  await limit.forgive();

  const invitedTo = inviteToken === undefined ? null : await joinByInvite(ctx, user, inviteToken);
  const teamId = invitedTo ?? (await findLastTeam(ctx.db, user.id));
  if (teamId === null) {
    throw new AppError("forbidden", "the account belongs to no team", { reason: "no_team" });
  }
  const sessionId = await createSession(ctx.db, { userId: user.id, teamId, userAgent: client.userAgent });
  return { userId: user.id, sessionId, email, passwordMark: passwordMark(user.passwordHash) };
}

function findUser(db: Db, email: string) {
  return db.user.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, passwordHash: true },
  });
}

function wrongCredentials(): AppError {
  return new AppError("unauthenticated", "wrong address or password", { reason: "wrong_credentials" });
}

type Invitee = { id: string; name: string; email: string };

async function joinByInvite(ctx: Ctx, user: Invitee, token: string): Promise<string | null> {
  try {
    return (await acceptInvite(ctx, user, { token })).teamId;
  } catch (error) {
    // Whoever is in the team already just signs in.
    if (isAppError(error) && error.reason === "already_member") return null;
    throw error;
  }
}

/** The team of the newest session that the user still belongs to, else the one joined first. */
async function findLastTeam(db: Db, userId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ teamId: string }[]>`
    SELECT m.team_id::text AS "teamId"
    FROM memberships m
    LEFT JOIN sessions s ON s.user_id = m.user_id AND s.team_id = m.team_id
    WHERE m.user_id = ${userId}::uuid
    GROUP BY m.team_id, m.created_at
    ORDER BY max(s.last_seen_at) DESC NULLS LAST, m.created_at, m.team_id
    LIMIT 1`;
  return row?.teamId ?? null;
}
