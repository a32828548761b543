import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { type ActionAnswer, callAction } from "./call-action";
import { newClientAddress } from "./client-address";

export type Member = { email: string; password: string; name: string; cookie: string };
export type TeamBot = { id: string; name: string; token: string };

/** A team of a test's own, with one bot that knows nothing yet; every call is what the dashboard's forms send. */
export type Team = {
  name: string;
  owner: Member;
  bot: TeamBot;
  /** Another one. */
  addBot: (name: string) => Promise<TeamBot>;
  addDocument: (title: string, content: string) => Promise<string>;
  addMember: (role: "owner" | "editor" | "agent") => Promise<Member>;
};

const password = "rain on the tin roof";

/** Signs an owner up at the server, who makes a bot. `baseUrl` must be served by this folder's build. */
export async function createTeam(baseUrl: string): Promise<Team> {
  const label = randomUUID().slice(0, 8);
  const name = `團隊 ${label}`;
  const owner = await signUp(baseUrl, `店主 ${label}`, { teamName: name });
  const addBot = (botName: string) => createBot(baseUrl, owner, botName);
  const bot = await addBot(`機器人 ${label}`);
  const { id } = bot;
  return {
    ...{ name, owner, bot, addBot },
    addDocument: async (title, content) => {
      const answer = await callAction(baseUrl, "createDocumentAction", {
        form: { botId: id, title, content },
        headers: { cookie: owner.cookie },
        ids: { botId: id },
      });
      const documentId = /"data":\{"documentId":"([0-9a-f-]{36})"/.exec(answer.text)?.[1];
      if (!documentId) throw new Error(`the document was not made: ${answer.text.slice(0, 300)}`);
      return documentId;
    },
    addMember: async (role) => {
      const email = newEmail();
      const invited = await callAction(baseUrl, "createInviteAction", {
        form: { email, role },
        headers: { cookie: owner.cookie },
      });
      const inviteToken = /\/invite\/([\w-]+)/.exec(invited.text)?.[1];
      if (!inviteToken) throw new Error(`no invitation: ${invited.text.slice(0, 300)}`);
      return signUp(baseUrl, `成員 ${label}`, { inviteToken }, email);
    },
  };
}

async function createBot(baseUrl: string, owner: Member, name: string): Promise<TeamBot> {
  const headers = { cookie: owner.cookie };
  const made = await callAction(baseUrl, "createBotAction", { form: { name }, headers });
  const id = idIn(made, /\/bots\/([0-9a-f-]{36})/);
  const install = await fetch(`${baseUrl}/bots/${id}/install`, { headers });
  const token = /\b[0-9a-f]{32}\b/.exec(await install.text())?.[0];
  if (!token) throw new Error("the install page shows no token");
  return { id, name, token };
}

async function signUp(
  baseUrl: string,
  name: string,
  team: { teamName: string } | { inviteToken: string },
  email = newEmail(),
): Promise<Member> {
  const answer = await callAction(baseUrl, "signUpAction", {
    form: { name, email, password, ...team },
    headers: { "x-forwarded-for": newClientAddress() },
  });
  expect(answer.cookie, answer.text.slice(0, 300)).toContain("session-token=");
  return { name, email, password, cookie: answer.cookie };
}

function newEmail(): string {
  return `${randomUUID()}@example.com`;
}

function idIn({ location, text }: ActionAnswer, pattern: RegExp): string {
  const id = pattern.exec(location ?? "")?.[1];
  if (!id) throw new Error(`the action led to ${location}: ${text.slice(0, 300)}`);
  return id;
}
