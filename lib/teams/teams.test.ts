import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findMember } from "@/lib/accounts/sessions/find-member";
import type { Ctx } from "@/lib/context";
import type { ActorCtx } from "@/lib/identity/actor";
import { signUp } from "@/lib/teams/joining/sign-up";
import { timeZones } from "@/lib/time-zones";
import { createTestAccount, signInTestAccount } from "@/test/fixtures/test-account";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { getDeskSettings } from "./desk/get-desk-settings";
import { acceptInvite } from "./invites/accept-invite";
import { closeInvite } from "./invites/close-invite";
import { createInvite, createInviteInput } from "./invites/create-invite";
import { getInvite } from "./invites/get-invite";
import { listInvites } from "./invites/list-invites";
import { revokeInvite } from "./invites/revoke-invite";
import { listMembers } from "./list-members";
import { listTeams } from "./list-teams";
import { removeMember, removeMemberInput } from "./remove-member";
import { switchTeam } from "./switch-team";
import { updateMemberRole, updateMemberRoleInput } from "./update-member-role";
import { updateTeam, updateTeamInput } from "./update-team";

let ctx: Ctx;
let close: () => Promise<void>;
let owner: ActorCtx;
let editor: ActorCtx;
let agent: ActorCtx;
let stranger: ActorCtx;

beforeAll(async () => {
  const test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  close = test.close;
});
afterAll(() => close());

beforeEach(async () => {
  const founder = await createTestAccount(ctx);
  const join = async (role: "owner" | "editor" | "agent") =>
    signInTestAccount(ctx, await createTestAccount(ctx, { id: founder.teamId, role }));
  owner = await signInTestAccount(ctx, founder);
  editor = await join("editor");
  agent = await join("agent");
  stranger = await signInTestAccount(ctx, await createTestAccount(ctx));
});

const emailOf = ({ actor }: ActorCtx) => actor.email;
const userOf = ({ actor }: ActorCtx) => ({ id: actor.userId, name: actor.userName, email: actor.email });
const rolesIn = async ({ actor }: ActorCtx) =>
  Object.fromEntries((await listMembers({ ...ctx, actor })).map(({ userId, role }) => [userId, role]));
const actionsIn = async ({ actor }: ActorCtx) =>
  (await ctx.db.auditEntry.findMany({ where: { teamId: actor.teamId }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

describe("who may manage a team", () => {
  it("only its owners; others' attempts change nothing", async () => {
    const invite = await createInvite(owner, { email: "new@example.test", role: "agent" }, null);
    const before = await rolesIn(owner);
    for (const who of [editor, agent]) {
      const attempts = [
        () => createInvite(who, { email: "x@example.test", role: "owner" }, null),
        () => listInvites(who),
        () => revokeInvite(who, { inviteId: invite.id }),
        () => updateMemberRole(who, { userId: who.actor.userId, role: "owner" }),
        () => removeMember(who, { userId: owner.actor.userId }),
        () => updateTeam(who, { name: "Mine", timeZone: "UTC" }),
      ];
      for (const attempt of attempts) {
        await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
      }
      expect(await listMembers(who)).toHaveLength(3);
    }
    expect(await rolesIn(owner)).toEqual(before);
    expect(await listInvites(owner)).toMatchObject([{ id: invite.id, email: "new@example.test" }]);
    expect((await findMember(ctx, owner.actor.sessionId))?.teamName).toBe("測試團隊");
  });

  it("another team's members and invitations don't exist for its owner", async () => {
    const invite = await createInvite(owner, { email: "new@example.test", role: "agent" }, null);
    const before = await rolesIn(owner);
    const attempts = [
      () => revokeInvite(stranger, { inviteId: invite.id }),
      () => updateMemberRole(stranger, { userId: agent.actor.userId, role: "owner" }),
      () => removeMember(stranger, { userId: agent.actor.userId }),
      () => switchTeam(stranger, { teamId: owner.actor.teamId }),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await rolesIn(owner)).toEqual(before);
    expect(await listInvites(stranger)).toEqual([]);
    expect(await getInvite(ctx, invite.token)).not.toBeNull();
    expect((await findMember(ctx, stranger.actor.sessionId))?.teamId).toBe(stranger.actor.teamId);
  });

  it("schemas take nothing else along", () => {
    const userId = agent.actor.userId;
    expect(updateMemberRoleInput.safeParse({ userId, role: "admin" }).success).toBe(false);
    expect(updateMemberRoleInput.safeParse({ userId, role: "agent", teamId: "x" }).success).toBe(false);
    expect(removeMemberInput.safeParse({ userId: "1" }).success).toBe(false);
    expect(
      createInviteInput.safeParse({ email: "a@example.test", role: "agent", expiresAt: "3000" }).success,
    ).toBe(false);
  });
});

describe("invitations", () => {
  it("bring an existing account in once, with the invited role", async () => {
    const invite = await createInvite(owner, { email: emailOf(stranger), role: "editor" }, null);
    expect(await getInvite(ctx, invite.token)).toMatchObject({ teamName: "測試團隊", role: "editor" });
    const stored = await ctx.db.invite.findUniqueOrThrow({ where: { id: invite.id } });
    expect(Buffer.from(stored.tokenHash).includes(invite.token)).toBe(false);

    await acceptInvite(ctx, userOf(stranger), { token: invite.token });
    expect(await rolesIn(owner)).toMatchObject({ [stranger.actor.userId]: "editor" });
    expect(await listInvites(owner)).toEqual([]);
    await expect(acceptInvite(ctx, userOf(stranger), { token: invite.token })).rejects.toMatchObject({
      code: "not_found",
      reason: "invite_invalid",
    });
    await switchTeam(stranger, { teamId: owner.actor.teamId });
    const moved = await findMember(ctx, stranger.actor.sessionId);
    expect(moved).toMatchObject({ teamId: owner.actor.teamId, role: "editor" });
    expect(
      (await listTeams({ ...ctx, actor: moved ?? stranger.actor })).map((team) => team.isCurrent),
    ).toEqual([false, true]);
    expect(await actionsIn(owner)).toEqual(expect.arrayContaining(["invite.create", "invite.accept"]));
  });

  it("make one member of many acceptances at once", async () => {
    const { token } = await createInvite(owner, { email: emailOf(stranger), role: "agent" }, null);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => acceptInvite(ctx, userOf(stranger), { token })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("are for their address only, and end by time, by hand and by a newer one", async () => {
    const email = emailOf(stranger);
    const first = await createInvite(owner, { email, role: "agent" }, null);
    await expect(acceptInvite(ctx, userOf(agent), { token: first.token })).rejects.toMatchObject({
      code: "forbidden",
      reason: "invite_other_email",
    });
    const second = await createInvite(owner, { email, role: "agent" }, null);
    expect(await getInvite(ctx, first.token)).toBeNull();
    expect([first.hasReplaced, second.hasReplaced]).toEqual([false, true]);
    await revokeInvite(owner, { inviteId: second.id });
    expect(await getInvite(ctx, second.token)).toBeNull();
    const third = await createInvite(owner, { email, role: "agent" }, null);
    await ctx.db.invite.update({ where: { id: third.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(acceptInvite(ctx, userOf(stranger), { token: third.token })).rejects.toMatchObject({
      reason: "invite_invalid",
    });
    expect(await listInvites(owner)).toEqual([]);
  });

  it("end with their inviter's right to give roles, and say so", async () => {
    const second = await signInTestAccount(
      ctx,
      await createTestAccount(ctx, { id: owner.actor.teamId, role: "owner" }),
    );
    const newcomer = "newcomer@example.test";
    const invite = await createInvite(second, { email: emailOf(stranger), role: "owner" }, null);
    const open = await createInvite(second, { email: newcomer, role: "agent" }, null);
    const kept = await createInvite(owner, { email: "kept@example.test", role: "agent" }, null);
    const accept = () => acceptInvite(ctx, userOf(stranger), { token: invite.token });
    const join = () =>
      signUp(
        ctx,
        { name: "新人", email: newcomer, password: "rain on the tin roof", inviteToken: open.token },
        { signup: "invite", ip: "198.51.100.9" },
      );
    const ended = { code: "forbidden", reason: "invite_ended" };

    await updateMemberRole(owner, { userId: second.actor.userId, role: "editor" });
    await expect(accept()).rejects.toMatchObject(ended);
    await expect(join()).rejects.toMatchObject(ended);
    await removeMember(owner, { userId: second.actor.userId });
    await expect(accept()).rejects.toMatchObject(ended);
    await expect(join()).rejects.toMatchObject(ended);
    expect(await getInvite(ctx, invite.token)).toMatchObject({ hasEnded: true });
    expect(await listInvites(owner)).toMatchObject([{ id: kept.id }]);
    expect(await ctx.db.user.count({ where: { email: newcomer } })).toBe(0);
    expect(Object.keys(await rolesIn(owner))).not.toContain(stranger.actor.userId);

    await ctx.db.user.delete({ where: { id: second.actor.userId } });
    await expect(accept()).rejects.toMatchObject(ended);
    const again = await createInvite(owner, { email: emailOf(stranger), role: "agent" }, null);
    await acceptInvite(ctx, userOf(stranger), { token: again.token });
    expect(await rolesIn(owner)).toMatchObject({ [stranger.actor.userId]: "agent" });
  });

  it("are looked at again while the team is held: a removal meanwhile wins", async () => {
    const second = await signInTestAccount(
      ctx,
      await createTestAccount(ctx, { id: owner.actor.teamId, role: "owner" }),
    );
    const { id } = await createInvite(second, { email: emailOf(stranger), role: "owner" }, null);
    await removeMember(owner, { userId: second.actor.userId });
    await expect(
      ctx.db.$transaction((tx) => closeInvite(tx, { id, teamId: owner.actor.teamId })),
    ).rejects.toMatchObject({ reason: "invite_ended" });
    expect((await ctx.db.invite.findUniqueOrThrow({ where: { id } })).acceptedAt).toBeNull();
  });

  it("aren't made for members", async () => {
    await expect(createInvite(owner, { email: emailOf(agent), role: "owner" }, null)).rejects.toMatchObject({
      code: "conflict",
      reason: "already_member",
    });
    expect(await rolesIn(owner)).toMatchObject({ [agent.actor.userId]: "agent" });
  });
});

describe("members", () => {
  it("get another role, which counts from their next request", async () => {
    await updateMemberRole(owner, { userId: agent.actor.userId, role: "editor" });
    expect((await findMember(ctx, agent.actor.sessionId))?.role).toBe("editor");
    expect(await actionsIn(owner)).toContain("member.update_role");
  });

  it("leave by an owner's hand or their own, and their sessions of this team end", async () => {
    await removeMember(owner, { userId: editor.actor.userId });
    await removeMember(agent, { userId: agent.actor.userId });
    for (const { actor } of [editor, agent]) {
      expect(await findMember(ctx, actor.sessionId)).toBeNull();
    }
    expect(Object.keys(await rolesIn(owner))).toEqual([owner.actor.userId]);
    await expect(removeMember(agent, { userId: agent.actor.userId })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("keep their sessions in other teams", async () => {
    const { token } = await createInvite(owner, { email: emailOf(stranger), role: "agent" }, null);
    await acceptInvite(ctx, userOf(stranger), { token });
    await removeMember(owner, { userId: stranger.actor.userId });
    expect(await findMember(ctx, stranger.actor.sessionId)).not.toBeNull();
  });

  it("always include an owner", async () => {
    const { userId } = owner.actor;
    for (const attempt of [
      () => updateMemberRole(owner, { userId, role: "agent" }),
      () => removeMember(owner, { userId }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "conflict", reason: "last_owner" });
    }
    await updateMemberRole(owner, { userId: editor.actor.userId, role: "owner" });
    await updateMemberRole(owner, { userId, role: "agent" });
    expect(await rolesIn(owner)).toMatchObject({ [userId]: "agent", [editor.actor.userId]: "owner" });
  });

  it("include an owner after two owners demote or remove each other at once", async () => {
    for (const act of [
      (from: ActorCtx, to: ActorCtx) => updateMemberRole(from, { userId: to.actor.userId, role: "agent" }),
      (from: ActorCtx, to: ActorCtx) => removeMember(from, { userId: to.actor.userId }),
    ]) {
      const founder = await createTestAccount(ctx);
      const one = await signInTestAccount(ctx, founder);
      const two = await signInTestAccount(
        ctx,
        await createTestAccount(ctx, { id: founder.teamId, role: "owner" }),
      );
      const outcomes = await Promise.allSettled([act(one, two), act(two, one)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(Object.values(await rolesIn(one))).toContain("owner");
    }
  });

  it("act by the role they have now, not by the one their page was made with", async () => {
    await updateMemberRole(owner, { userId: editor.actor.userId, role: "owner" });
    const stale: ActorCtx = { ...editor, actor: { ...editor.actor, role: "owner" } };
    await updateMemberRole(owner, { userId: editor.actor.userId, role: "editor" });
    await expect(removeMember(stale, { userId: owner.actor.userId })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("updateTeam", () => {
  it("renames the owner's team only", async () => {
    await updateTeam(owner, { name: "新茶行" });
    expect((await findMember(ctx, agent.actor.sessionId))?.teamName).toBe("新茶行");
    expect((await findMember(ctx, stranger.actor.sessionId))?.teamName).toBe("測試團隊");
    expect(await actionsIn(owner)).toContain("team.update");
  });

  it("changes the time zone by which its members' hours and days go, to one that the database knows", async () => {
    await updateTeam(owner, { timeZone: "Europe/Berlin", base: { timeZone: "Asia/Taipei" } });
    expect((await getDeskSettings(agent)).timeZone).toBe("Europe/Berlin");
    expect((await getDeskSettings(stranger)).timeZone).toBe("Asia/Taipei");
    await expect(
      updateTeam(owner, { timeZone: "UTC", base: { timeZone: "Asia/Taipei" } }),
    ).rejects.toMatchObject({ code: "conflict", theirs: { timeZone: "Europe/Berlin" } });
    await expect(updateTeam(owner, { timeZone: "Mars/Olympus" })).rejects.toMatchObject({
      fields: { timeZone: { fault: "invalid_choice" } },
    });
    for (const timeZone of ["", "Mars/Olympus", "'; DROP", "asia/taipei"])
      expect(updateTeamInput.safeParse({ timeZone }).success).toBe(false);
    const unknown: string[] = [];
    for (const timeZone of timeZones)
      await ctx.db.$queryRaw`SELECT now() AT TIME ZONE ${timeZone}`.catch(() => unknown.push(timeZone));
    expect(unknown).toEqual([]);
  });
});
