import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/context";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { createInvite } from "@/lib/teams/invites/create-invite";
import { createTestAccount, signInTestAccount } from "@/test/fixtures/test-account";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { createAccount } from "./create-account";
import { signIn } from "./sign-in";
import { type SignUpInput, signUp, signUpInput } from "./sign-up";

let ctx: Ctx;
let close: () => Promise<void>;
let lastIp = 0;

beforeAll(async () => {
  const test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  close = test.close;
});
afterAll(() => close());

const password = "梅雨落在鐵皮屋頂";
const open = () => ({ signup: "open" as const, ip: `192.0.2.${++lastIp}` });
const person = (email: string) => ({ name: "林小茶", email, password, teamName: "茶行" });

async function invite(email: string) {
  const owner = await createTestAccount(ctx);
  const created = await createInvite(await signInTestAccount(ctx, owner), { email, role: "agent" }, null);
  return { teamId: owner.teamId, ...created };
}

describe("signUp", () => {
  it("makes an account with a team that it owns", async () => {
    await signUp(ctx, person("lin@example.test"), open());
    const { actor } = await signInTestAccount(ctx, { email: "lin@example.test", password });
    expect(actor).toMatchObject({ userName: "林小茶", teamName: "茶行", role: "owner" });
    const audit = await ctx.db.auditEntry.findMany({ where: { teamId: actor.teamId } });
    expect(audit.map(({ action }) => action)).toEqual(["account.create"]);
    expect(JSON.stringify(audit)).not.toContain(password);
  });

  it("says nothing of a taken address and leaves its account as it was", async () => {
    const before = await createTestAccount(ctx);
    const teams = await ctx.db.team.count();
    await signUp(ctx, { ...person(before.email), name: "Mallory" }, open());
    expect(await ctx.db.team.count()).toBe(teams);
    expect((await signInTestAccount(ctx, before)).actor).toMatchObject({
      userId: before.userId,
      userName: "測試",
    });
    await expect(
      signIn(ctx, { email: before.email, password }, { ip: "192.0.2.250", userAgent: "" }),
    ).rejects.toMatchObject({ reason: "wrong_credentials" });
  });

  it("makes one account of many sign-ups at once", async () => {
    await Promise.all(Array.from({ length: 5 }, () => signUp(ctx, person("race@example.test"), open())));
    const users = await ctx.db.user.findMany({
      where: { email: "race@example.test" },
      include: { memberships: true },
    });
    expect(users.map(({ memberships }) => memberships.length)).toEqual([1]);
  });

  it("refuses weak passwords the same for taken and free addresses", async () => {
    const { email } = await createTestAccount(ctx);
    for (const each of [email, "free@example.test"]) {
      await expect(signUp(ctx, { ...person(each), password: "12345678" }, open())).rejects.toMatchObject({
        code: "invalid_input",
        reason: "weak_password",
        fields: { password: { fault: "weak_password" } },
      });
    }
  });

  it("limits by address", async () => {
    const policy = open();
    const again = () => signUp(ctx, { ...person("weak@example.test"), password: "12345678" }, policy);
    for (let i = 0; i < limitPolicies.signUp.limit; i++) await expect(again()).rejects.toThrow("guess");
    await expect(again()).rejects.toMatchObject({ code: "rate_limited", retryAfter: expect.any(Number) });
  });
});

describe("signUp by invitation", () => {
  const joining = (email: string, inviteToken: string): SignUpInput => ({
    name: "阿明",
    email,
    password,
    inviteToken,
  });

  it("joins the inviting team with the invited role, once", async () => {
    const { token, teamId } = await invite("ming@example.test");
    await signUp(ctx, joining("ming@example.test", token), { ...open(), signup: "invite" });
    const { actor } = await signInTestAccount(ctx, { email: "ming@example.test", password });
    expect(actor).toMatchObject({ teamId, role: "agent" });
    await expect(signUp(ctx, joining("ming@example.test", token), open())).rejects.toMatchObject({
      code: "not_found",
      reason: "invite_invalid",
    });
  });

  it("is for the invited address only", async () => {
    const { token } = await invite("hua@example.test");
    await expect(signUp(ctx, joining("mallory@example.test", token), open())).rejects.toMatchObject({
      code: "forbidden",
      reason: "invite_other_email",
    });
    expect(await ctx.db.user.count({ where: { email: "mallory@example.test" } })).toBe(0);
  });

  it("says nothing when the invited address has an account, who then joins by signing in", async () => {
    const guest = await createTestAccount(ctx);
    const { token, teamId } = await invite(guest.email);
    await signUp(ctx, joining(guest.email, token), open());
    expect((await signInTestAccount(ctx, guest)).actor.teamId).toBe(guest.teamId);
    const client = { ip: "192.0.2.251", userAgent: "" };
    const given = { email: guest.email, password: guest.password, inviteToken: token };
    await signIn(ctx, given, client);
    expect((await signInTestAccount(ctx, guest)).actor).toMatchObject({ teamId, role: "agent" });
    await expect(signIn(ctx, given, client)).rejects.toMatchObject({ reason: "invite_invalid" });
  });

  it.each([
    ["closed", true, "signup_closed"],
    ["closed", false, "signup_closed"],
    ["invite", false, "invite_required"],
  ] as const)("SIGNUP=%s, invited %o: %s", async (signup, isInvited, reason) => {
    const email = "stranger@example.test";
    const input = isInvited ? joining(email, (await invite(email)).token) : person(email);
    await expect(signUp(ctx, input, { ...open(), signup })).rejects.toMatchObject({
      code: "forbidden",
      reason,
    });
    expect(await ctx.db.user.count({ where: { email } })).toBe(0);
  });

  it("takes no role, team or id from the form", () => {
    for (const extra of [{ role: "owner" }, { teamId: "x" }, { id: "x" }, { inviteToken: "x" }]) {
      expect(signUpInput.safeParse({ ...person("a@example.test"), ...extra }).success).toBe(false);
    }
  });
});

describe("createAccount", () => {
  it("names every wrong field, and rolls back whole", async () => {
    await expect(
      createAccount(ctx, { email: "x", name: "", password: "short", team: { name: "T" } }),
    ).rejects.toMatchObject({
      code: "invalid_input",
      fields: {
        email: { fault: "invalid_email" },
        name: { fault: "required" },
        password: { fault: "too_short", limit: 8, present: 5 },
      },
    });
    const { email } = await createTestAccount(ctx);
    await expect(
      createAccount(ctx, { email, name: "B", password, team: { name: "Only half" } }),
    ).rejects.toMatchObject({ code: "conflict", reason: "email_taken" });
    expect(await ctx.db.team.count({ where: { name: "Only half" } })).toBe(0);
  });
});
