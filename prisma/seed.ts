import { randomBytes } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { newWidgetToken } from "@/lib/bots/token/widget-token";
import type { Ctx } from "@/lib/context";
import { uuidv7 } from "@/lib/db/uuidv7";
import { type Member, systemOf } from "@/lib/identity/actor";
import { hashPassword } from "@/lib/identity/password";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import type { DemoBot } from "./demo/demo-bot";
import { fillInbox } from "./demo/fill-inbox";
import { otherTeamBot } from "./demo/other-team";
import { pausedBot } from "./demo/paused";
import { teaShop } from "./demo/tea-shop";

const shopTeam = "霧腳茶行";
const clinicTeam = "楓角牙醫";

/**
 * The demo: a tea shop's team with its bot, a paused one and what its visitors have written, and a second team.
 * Passwords and tokens are random for each install; `demo.json` in the data folder records them, and is written before
 * any account exists.
 * For a database without accounts only: what a seed that was cut short left behind is removed first.
 */
export async function seedDemo(
  ctx: Ctx,
  { baseUrl, dataDir }: { baseUrl: string; dataDir: string },
): Promise<void> {
  const accounts = {
    owner: newAccount("owner@demo.example.com"),
    editor: newAccount("editor@demo.example.com"),
    agent: newAccount("agent@demo.example.com"),
    other: newAccount("other@demo.example.com"),
  };
  const shopBot = { ...teaShop, team: shopTeam, token: newWidgetToken() };
  const bots = [
    shopBot,
    { ...otherTeamBot, team: clinicTeam, token: newWidgetToken() },
    { ...pausedBot, team: shopTeam, token: newWidgetToken() },
  ];
  await writeDemoFile(dataDir, {
    baseUrl,
    ...accounts,
    bots: bots.map(({ name, token, enabled, team }) => ({ name, token, enabled, team })),
  });

  await ctx.db.team.deleteMany();
  const teamIds = new Map<string, string>();
  for (const name of [shopTeam, clinicTeam]) {
    const id = uuidv7();
    await ctx.db.team.create({ data: { id, name } });
    teamIds.set(name, id);
  }
  for (const bot of bots) await createDemoBot(ctx, requireTeam(teamIds, bot.team), bot);

  const shop = requireTeam(teamIds, shopTeam);
  const clinic = requireTeam(teamIds, clinicTeam);
  // All at once: an account is what tells the next start that the demo is there. What was written to it comes after its
  // staff.
  const members = [
    newMember({ ...accounts.owner, name: "林怡君", teamId: shop, teamName: shopTeam, role: "owner" }),
    newMember({ ...accounts.editor, name: "陳柏宇", teamId: shop, teamName: shopTeam, role: "editor" }),
    newMember({ ...accounts.agent, name: "王思涵", teamId: shop, teamName: shopTeam, role: "agent" }),
    newMember({ ...accounts.other, name: "張書豪", teamId: clinic, teamName: clinicTeam, role: "owner" }),
  ] as const;
  await createMembers(ctx, members);
  const [owner, editor, agent] = members;
  await fillInbox(ctx, { token: shopBot.token, colleagues: { owner, editor, agent } });
}

type NewMember = Member & { password: string };

function newMember({
  name,
  ...account
}: Omit<NewMember, "kind" | "sessionId" | "userId" | "userName"> & { name: string }): NewMember {
  return { ...account, kind: "member", sessionId: "", userId: uuidv7(), userName: name };
}

/** Their addresses reach nobody, so no mail tells them who waits. */
async function createMembers({ db, now }: Ctx, members: readonly NewMember[]): Promise<void> {
  const users = await Promise.all(
    members.map(async ({ password, userId, userName, email }) => ({
      ...{ id: userId, name: userName, email },
      passwordHash: await hashPassword(password),
    })),
  );
  // One after the other, which is the order they are listed in.
  const memberships = members.map(({ userId, teamId, role }, at) => ({
    ...{ userId, teamId, role },
    createdAt: new Date(now() - members.length + at),
    alertsMail: false,
  }));
  await db.$transaction([
    db.user.createMany({ data: users }),
    db.membership.createMany({ data: memberships }),
  ]);
}

function newAccount(email: string) {
  return { email, password: randomBytes(12).toString("base64url") };
}

async function createDemoBot(
  ctx: Ctx,
  teamId: string,
  { documents, token, team, ...looks }: DemoBot & { token: string; team: string },
) {
  const bot = await ctx.db.bot.create({ data: { ...looks, id: uuidv7(), teamId, widgetToken: token } });
  const seeder = { ...ctx, actor: systemOf(teamId) };
  for (const document of documents) await createDocument(seeder, { botId: bot.id, ...document });
}

function requireTeam(teamIds: ReadonlyMap<string, string>, name: string): string {
  const id = teamIds.get(name);
  if (!id) throw new Error(`the demo has no team ${name}`);
  return id;
}

async function writeDemoFile(dataDir: string, demo: object): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, "demo.json");
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file);
}
