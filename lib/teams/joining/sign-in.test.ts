import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findMember } from "@/lib/accounts/sessions/find-member";
import { sessionLifetimeMs, sessionTouchMs } from "@/lib/accounts/sessions/session-lifetime";
import { signOut } from "@/lib/accounts/sessions/sign-out";
import type { Ctx } from "@/lib/context";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { removeMember } from "@/lib/teams/remove-member";
import { switchTeam } from "@/lib/teams/switch-team";
import { createTestAccount, signInTestAccount, type TestAccount } from "@/test/fixtures/test-account";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { createAccount } from "./create-account";
import { signIn } from "./sign-in";

let ctx: Ctx;
let close: () => Promise<void>;
let account: TestAccount;
let lastIp = 0;

beforeAll(async () => {
  const test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  close = test.close;
  account = await createTestAccount(ctx);
});
afterAll(() => close());

const newClient = () => ({ ip: `192.0.2.${++lastIp}`, userAgent: "Chrome" });
const wrong = { code: "unauthenticated", reason: "wrong_credentials" };

describe("signIn", () => {
  it("opens a session of its own each time", async () => {
    const given = { email: account.email.toUpperCase(), password: account.password };
    const first = await signIn(ctx, given, newClient());
    const second = await signIn(ctx, given, newClient());
    expect(first.userId).toBe(account.userId);
    expect(second.sessionId).not.toBe(first.sessionId);
    expect(await findMember(ctx, first.sessionId)).toEqual({
      kind: "member",
      sessionId: first.sessionId,
      userId: account.userId,
      userName: "測試",
      email: account.email,
      teamId: account.teamId,
      teamName: "測試團隊",
      role: "owner",
    });
  });

  it.each([
    ["a wrong password", () => ({ email: account.email, password: "other words" })],
    ["an unknown address", () => ({ email: "nobody@example.test", password: account.password })],
    ["no address", () => ({ email: "", password: "x" })],
    ["no password", () => ({ email: account.email, password: "" })],
    ["a huge password", () => ({ email: account.email, password: "x".repeat(1_000_000) })],
    ["a huge address", () => ({ email: "x".repeat(1_000_000), password: "x" })],
    ["NUL and lone surrogates", () => ({ email: "\u0000\ud800@example.test", password: "\ud800" })],
    ["an object for an address", () => ({ email: { startsWith: "" }, password: account.password })],
    ["fields that nobody asked for", () => ({ ...account, role: "owner" })],
    ["nothing", () => undefined],
  ])("gives %s the same answer", async (_, given) => {
    await expect(signIn(ctx, given(), newClient())).rejects.toMatchObject(wrong);
  });

  it("lets one browser guess ten times, however parallel, and doesn't lock the owner out elsewhere", async () => {
    const { email, password } = await createTestAccount(ctx);
    const attacker = newClient();
    const guess = () =>
      signIn(ctx, { email, password: "guess" }, attacker).catch((error: { code: string }) => error.code);
    const codes = await Promise.all(Array.from({ length: 14 }, guess));
    const tally = (code: string) => codes.filter((each) => each === code).length;
    expect(tally("unauthenticated")).toBe(limitPolicies.signInByAccountAndIp.limit);
    expect(tally("rate_limited")).toBe(4);
    await expect(signIn(ctx, { email, password }, attacker)).rejects.toMatchObject({
      code: "rate_limited",
      retryAfter: expect.any(Number),
    });
    await signIn(ctx, { email, password }, newClient());
  });

  it("limits an account from many addresses, existing or not", async () => {
    const { email } = await createTestAccount(ctx);
    for (const target of [email, "ghost@example.test"]) {
      const codes: string[] = [];
      for (let i = 0; i < limitPolicies.signInByAccount.limit + 1; i++) {
        const attempt = signIn(ctx, { email: target, password: "guess" }, newClient());
        await attempt.catch((error: { code: string }) => codes.push(error.code));
      }
      expect(codes.slice(0, -1).every((code) => code === "unauthenticated")).toBe(true);
      expect(codes.at(-1)).toBe("rate_limited");
    }
  });

  it("holds no browser up that the account knows, whatever strangers guess; it has a limit of its own", async () => {
    const { email, password, userId } = await createTestAccount(ctx);
    const other = await createTestAccount(ctx);
    const { passwordMark } = await signIn(ctx, { email, password }, newClient());
    const known = { id: "browser-1", userId, passwordMark };
    const tryWith = (given: string, client: Parameters<typeof signIn>[2]) =>
      signIn(ctx, { email, password: given }, client).then(
        () => "in",
        (error: { code: string }) => error.code,
      );
    const strangers = [newClient(), newClient(), newClient()];
    const guesses = strangers.flatMap((client) => Array.from({ length: 10 }, () => tryWith("guess", client)));
    expect(new Set(await Promise.all(guesses))).toEqual(new Set(["unauthenticated"]));
    const home = strangers[0] ?? newClient();
    expect(await tryWith(password, newClient())).toBe("rate_limited");
    expect(await tryWith(password, { ...home, known })).toBe("in");

    // What another account or an earlier password made known is not known here.
    for (const foreign of [
      { ...known, userId: other.userId },
      { ...known, passwordMark: "another" },
      { id: "browser-1", userId: "", passwordMark: "" },
    ])
      expect(await tryWith(password, { ...newClient(), known: foreign })).toBe("rate_limited");

    const own = await Promise.all(
      Array.from({ length: 14 }, () => tryWith("guess", { ...newClient(), known })),
    );
    expect(own.filter((code) => code === "unauthenticated")).toHaveLength(
      limitPolicies.signInByKnownBrowser.limit,
    );
    expect(await tryWith(password, { ...newClient(), known })).toBe("rate_limited");
    expect(await tryWith(password, { ...newClient(), known: { ...known, id: "browser-2" } })).toBe("in");
  });

  it("counts only failures", async () => {
    const client = newClient();
    for (let i = 0; i < limitPolicies.signInByAccountAndIp.limit + 5; i++) {
      await signIn(ctx, { email: account.email, password: account.password }, client);
    }
  });

  it("limits one address over many accounts", async () => {
    const client = newClient();
    const codes: string[] = [];
    for (let i = 0; i <= limitPolicies.signInByIp.limit; i++) {
      const attempt = signIn(ctx, { email: `someone${i}@example.test`, password: "guess" }, client);
      await attempt.catch((error: { code: string }) => codes.push(error.code));
    }
    expect(codes.at(-2)).toBe("unauthenticated");
    expect(codes.at(-1)).toBe("rate_limited");
  });

  it("returns to the team last worked in, and to none when there is none", async () => {
    const host = await createTestAccount(ctx);
    const guest = await createTestAccount(ctx);
    await ctx.db.membership.create({
      data: { teamId: host.teamId, userId: guest.userId, role: "agent", createdAt: new Date(0) },
    });
    const session = await signInTestAccount(ctx, guest);
    await switchTeam(session, { teamId: guest.teamId });
    expect((await signInTestAccount(ctx, guest)).actor.teamId).toBe(guest.teamId);
    await ctx.db.membership.deleteMany({ where: { userId: guest.userId, teamId: guest.teamId } });
    expect((await signInTestAccount(ctx, guest)).actor.teamId).toBe(host.teamId);
    await removeMember(await signInTestAccount(ctx, host), { userId: guest.userId });
    await expect(signInTestAccount(ctx, guest)).rejects.toMatchObject({
      code: "forbidden",
      reason: "no_team",
    });
  });

  it("lets nobody in to an account that has no password yet", async () => {
    const email = "fresh@example.test";
    await createAccount(ctx, { email, name: "Fresh", password: null, team: { name: "Fresh" } });
    for (const password of ["!", "null", "undefined"]) {
      await expect(signIn(ctx, { email, password }, newClient())).rejects.toMatchObject(wrong);
    }
  });
});

describe("findMember", () => {
  it("knows nobody by an id that isn't one", async () => {
    for (const id of ["", "1", "' OR 1=1", "0".repeat(36), account.userId]) {
      expect(await findMember(ctx, id)).toBeNull();
    }
  });

  it("ends thirty days after the last use, which it notes every five minutes", async () => {
    const { actor } = await signInTestAccount(ctx, account);
    const read = () => ctx.db.session.findUniqueOrThrow({ where: { id: actor.sessionId } });
    const start = (await read()).lastSeenAt.getTime();
    await findMember({ ...ctx, now: () => start + sessionTouchMs - 1 }, actor.sessionId);
    expect((await read()).lastSeenAt.getTime()).toBe(start);

    const later = start + sessionLifetimeMs - 1000;
    expect(await findMember({ ...ctx, now: () => later }, actor.sessionId)).not.toBeNull();
    const touched = await read();
    expect(touched.lastSeenAt.getTime()).toBe(later);
    expect(touched.expiresAt.getTime()).toBe(later + sessionLifetimeMs);
    expect(await findMember({ ...ctx, now: () => later + sessionLifetimeMs }, actor.sessionId)).toBeNull();
  });

  it("reads role and names anew each time", async () => {
    const host = await createTestAccount(ctx);
    const guest = await createTestAccount(ctx, { id: host.teamId, role: "agent" });
    const { actor } = await signInTestAccount(ctx, guest);
    expect(actor.role).toBe("agent");
    await ctx.db.membership.update({
      where: { teamId_userId: { teamId: host.teamId, userId: guest.userId } },
      data: { role: "editor" },
    });
    expect((await findMember(ctx, actor.sessionId))?.role).toBe("editor");
    await ctx.db.membership.deleteMany({ where: { userId: guest.userId } });
    expect(await findMember(ctx, actor.sessionId)).toBeNull();
  });

  it("knows nobody by a session that signed out", async () => {
    const { actor } = await signInTestAccount(ctx, account);
    await signOut(ctx, "no such id");
    expect(await findMember(ctx, actor.sessionId)).not.toBeNull();
    await signOut(ctx, actor.sessionId);
    await signOut(ctx, actor.sessionId);
    expect(await findMember(ctx, actor.sessionId)).toBeNull();
  });
});
