import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findMember } from "@/lib/accounts/sessions/find-member";
import { listSessions } from "@/lib/accounts/sessions/list-sessions";
import { revokeOtherSessions } from "@/lib/accounts/sessions/revoke-other-sessions";
import { revokeSession } from "@/lib/accounts/sessions/revoke-session";
import { updateProfile } from "@/lib/accounts/update-profile";
import type { Ctx } from "@/lib/context";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { inviteOwnerCommand, resetCommand } from "@/lib/teams/joining/commands";
import { signIn } from "@/lib/teams/joining/sign-in";
import { createTestAccount, signInTestAccount } from "@/test/fixtures/test-account";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { changePassword } from "./change-password";
import { createPasswordReset } from "./create-password-reset";
import { getPasswordReset } from "./get-password-reset";
import { resetPassword } from "./reset-password";

let ctx: Ctx;
let close: () => Promise<void>;

beforeAll(async () => {
  const test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  close = test.close;
});
afterAll(() => close());

const newPassword = "梅雨落在鐵皮屋頂";

describe("changePassword", () => {
  it("ends the other sessions and open reset links, and keeps this one", async () => {
    const account = await createTestAccount(ctx);
    const here = await signInTestAccount(ctx, account);
    const there = await signInTestAccount(ctx, account);
    const reset = await createPasswordReset(ctx, account.email);
    const { passwordMark: markBefore } = await signIn(
      ctx,
      { email: account.email, password: account.password },
      { ip: "198.51.100.8", userAgent: "" },
    );
    const changed = await changePassword(here, { currentPassword: account.password, newPassword }, null);
    expect(changed.passwordMark).not.toBe(markBefore);
    expect(await findMember(ctx, here.actor.sessionId)).not.toBeNull();
    expect(await findMember(ctx, there.actor.sessionId)).toBeNull();
    expect(await getPasswordReset(ctx, reset?.token ?? "")).toBeNull();
    await expect(signInTestAccount(ctx, account)).rejects.toMatchObject({ reason: "wrong_credentials" });
    await signInTestAccount(ctx, { email: account.email, password: newPassword });
  });

  it.each([
    ["wrong_password", "currentPassword", { currentPassword: "not it", newPassword }],
    ["weak_password", "newPassword", { newPassword: "password123" }],
    ["same_password", "newPassword", {}],
  ])("refuses %s and changes nothing", async (reason, field, given) => {
    const account = await createTestAccount(ctx);
    const here = await signInTestAccount(ctx, account);
    const there = await signInTestAccount(ctx, account);
    const same = { currentPassword: account.password, newPassword: account.password };
    await expect(changePassword(here, { ...same, ...given }, null)).rejects.toMatchObject({
      code: "invalid_input",
      reason,
      fields: { [field]: { fault: reason } },
    });
    expect(await findMember(ctx, there.actor.sessionId)).not.toBeNull();
    await signInTestAccount(ctx, account);
  });

  it("limits guesses of someone at an unlocked screen", async () => {
    const here = await signInTestAccount(ctx, await createTestAccount(ctx));
    const guess = () => changePassword(here, { currentPassword: "not it", newPassword }, null);
    for (let i = 0; i < limitPolicies.passwordChange.limit; i++) {
      await expect(guess()).rejects.toMatchObject({ reason: "wrong_password" });
    }
    await expect(guess()).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("lets one of two changes at once win", async () => {
    const account = await createTestAccount(ctx);
    const here = await signInTestAccount(ctx, account);
    const passwords = ["first of the two", "second of the two"];
    const outcomes = await Promise.allSettled(
      passwords.map((each) =>
        changePassword(here, { currentPassword: account.password, newPassword: each }, null),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const winner = passwords[outcomes.findIndex(({ status }) => status === "fulfilled")] ?? "";
    await signInTestAccount(ctx, { email: account.email, password: winner });
  });
});

describe("resetPassword", () => {
  it("sets the password once and ends every session", async () => {
    const account = await createTestAccount(ctx);
    const here = await signInTestAccount(ctx, account);
    const reset = await createPasswordReset(ctx, ` ${account.email.toUpperCase()} `);
    const token = reset?.token ?? "";
    const stored = await ctx.db.passwordReset.findFirstOrThrow({ where: { userId: account.userId } });
    expect(Buffer.from(stored.tokenHash).includes(token)).toBe(false);
    await resetPassword(ctx, { token, newPassword }, null);
    expect(await findMember(ctx, here.actor.sessionId)).toBeNull();
    await signInTestAccount(ctx, { email: account.email, password: newPassword });
    await expect(resetPassword(ctx, { token, newPassword: "third words here" }, null)).rejects.toMatchObject({
      code: "not_found",
      reason: "link_invalid",
    });
  });

  it("lets one of many uses at once through", async () => {
    const account = await createTestAccount(ctx);
    const token = (await createPasswordReset(ctx, account.email))?.token ?? "";
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, (_, i) =>
        resetPassword(ctx, { token, newPassword: `words number ${i}` }, null),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("keeps the link good after a weak password, until it expires", async () => {
    const account = await createTestAccount(ctx);
    const token = (await createPasswordReset(ctx, account.email))?.token ?? "";
    await expect(resetPassword(ctx, { token, newPassword: account.email }, null)).rejects.toMatchObject({
      reason: "weak_password",
    });
    expect(await getPasswordReset(ctx, token)).toMatchObject({ email: account.email });
    await ctx.db.passwordReset.updateMany({
      where: { userId: account.userId },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    await expect(resetPassword(ctx, { token, newPassword }, null)).rejects.toMatchObject({
      reason: "link_invalid",
    });
  });

  it("replaces earlier links, and has none for an unknown address", async () => {
    const account = await createTestAccount(ctx);
    const first = await resetCommand(ctx, account.email);
    const second = await resetCommand(ctx, account.email);
    expect(await getPasswordReset(ctx, first?.token ?? "")).toBeNull();
    expect(await getPasswordReset(ctx, second?.token ?? "")).not.toBeNull();
    expect(await resetCommand(ctx, "nobody@example.test")).toBeNull();
    expect(await resetCommand(ctx, "\u0000")).toBeNull();
  });
});

it("inviteOwnerCommand makes the first account, whose link sets its password", async () => {
  const email = "first@example.test";
  const { token } = await inviteOwnerCommand(ctx, { email, name: "店長", teamName: "茶行" });
  await resetPassword(ctx, { token, newPassword }, null);
  const { actor } = await signInTestAccount(ctx, { email, password: newPassword });
  expect(actor).toMatchObject({ role: "owner", teamName: "茶行" });
});

describe("sessions", () => {
  it("lists the account's own, this one first, and ends one or all others", async () => {
    const account = await createTestAccount(ctx);
    const stranger = await signInTestAccount(ctx, await createTestAccount(ctx));
    const first = await signInTestAccount(ctx, account, {
      ip: "192.0.2.1",
      userAgent: "a\u0000b".padEnd(900, "x"),
    });
    const second = await signInTestAccount(ctx, account);
    const third = await signInTestAccount(ctx, account);
    const list = await listSessions(first);
    expect(list.map(({ id }) => id)).toEqual([first, third, second].map(({ actor }) => actor.sessionId));
    expect(list[0]).toMatchObject({ isCurrent: true, teamName: "測試團隊" });
    expect(list[0]?.userAgent).toHaveLength(300);

    await expect(revokeSession(stranger, { sessionId: second.actor.sessionId })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await findMember(ctx, second.actor.sessionId)).not.toBeNull();
    await revokeSession(first, { sessionId: second.actor.sessionId });
    expect(await findMember(ctx, second.actor.sessionId)).toBeNull();
    expect(await revokeOtherSessions(first)).toBe(1);
    expect((await listSessions(first)).map(({ id }) => id)).toEqual([first.actor.sessionId]);
    expect(await findMember(ctx, stranger.actor.sessionId)).not.toBeNull();
  });
});

it("updateProfile changes the actor's own name only", async () => {
  const here = await signInTestAccount(ctx, await createTestAccount(ctx));
  const other = await signInTestAccount(ctx, await createTestAccount(ctx));
  await updateProfile(here, { name: "新名字" });
  expect((await findMember(ctx, here.actor.sessionId))?.userName).toBe("新名字");
  expect((await findMember(ctx, other.actor.sessionId))?.userName).toBe("測試");
});
