import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { startSmtpServer } from "@/test/servers/smtp-server";
import { sendRaw } from "../api/raw-request";
import { addFile } from "../support/add-file";
import { callAction } from "../support/call-action";
import { listDocuments } from "../support/list-documents";
import { expect, test } from "../support/servers/start-fixtures";
import { signInByHttp } from "../support/sign-in-by-http";
import { createTeam } from "../support/team";

const answerSchema = z.object({ success: z.literal(true), reply: z.string(), chat_id: z.string() });
const chatsSchema = z.object({ chats: z.array(z.object({ id: z.string(), chatId: z.string() })) });
const turnsSchema = z.object({
  turns: z.array(
    z.object({
      id: z.string(),
      author: z.string(),
      state: z.string(),
      replyTo: z.string().nullable(),
      bubbles: z.array(z.string()),
    }),
  ),
});

type Acknowledged = { chatId: string; question: string; reply: string };

test("killed in the middle of messages, every acknowledged turn is in its transcript, none twice", async ({
  start,
  dataDir,
}) => {
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < 3; round++) {
    const server = start();
    const baseUrl = await server.ready;
    const { bots } = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
    const visitors = Array.from({ length: 5 }, (_, visitor) =>
      talkUntilCut(baseUrl, bots[0].token, round, visitor, acknowledged),
    );
    const wanted = acknowledged.length + 12 + round * 7;
    await expect.poll(() => acknowledged.length, { timeout: 120_000 }).toBeGreaterThan(wanted);
    await server.stop("SIGKILL");
    await Promise.all(visitors);
  }

  const server = start();
  const baseUrl = await server.ready;
  const { agent } = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  const headers = { cookie: await signInByHttp(baseUrl, agent) };
  const { chats } = chatsSchema.parse(await (await fetch(`${baseUrl}/api/chats`, { headers })).json());
  for (const chatId of new Set(acknowledged.map((turn) => turn.chatId))) {
    const chat = chats.find((candidate) => candidate.chatId === chatId);
    expect(chat, `chat ${chatId} is listed`).toBeDefined();
    const response = await fetch(`${baseUrl}/api/chats/${chat?.id}`, { headers });
    const { turns } = turnsSchema.parse(await response.json());
    expect(new Set(turns.map(({ id }) => id)).size).toBe(turns.length);
    for (const { question, reply } of acknowledged.filter((turn) => turn.chatId === chatId)) {
      const asked = turns.filter(({ author, bubbles }) => author === "visitor" && bubbles[0] === question);
      expect(asked, question).toHaveLength(1);
      const answers = turns.filter(({ replyTo }) => replyTo === asked[0]?.id);
      expect(answers.map(({ bubbles }) => bubbles[0])).toEqual([reply]);
      expect(asked[0]?.state).toBe("complete");
    }
  }
});

test("killed right after it said so, the link for a forgotten password is mailed, and only where there is an account", async ({
  start,
}) => {
  // What the first server sends never gets through, however long its end is in coming.
  const smtp = await startSmtpServer({ hangsAfter: "connect" });
  const settings = { SMTP_URL: smtp.url, MAIL_FROM: "dawen@shop.example", SEED_DEMO: "0" };
  const server = start(settings);
  const baseUrl = await server.ready;
  const { owner } = await createTeam(baseUrl);
  for (const email of ["nobody@example.com", owner.email])
    expect(await callAction(baseUrl, "requestResetAction", { form: { email } })).toMatchObject({
      status: 200,
      code: "done",
    });
  await server.stop("SIGKILL");
  expect(smtp.mails).toEqual([]);
  delete smtp.behaviour.hangsAfter;

  await start(settings).ready;
  await expect.poll(() => smtp.mails.map(({ to }) => to), { timeout: 60_000 }).toEqual([[owner.email]]);
  await smtp.close();
});

test("killed while it reads and publishes ten files, each of them answers in the end, none twice", async ({
  start,
}) => {
  const settings = { SEED_DEMO: "0" };
  const first = start(settings);
  const team = await createTeam(await first.ready);
  const { cookie } = team.owner;
  const names = Array.from({ length: 10 }, (_, at) => `說明${at + 1}號.txt`);
  const read = async (baseUrl: string) => {
    const response = await fetch(`${baseUrl}/bots/${team.bot.id}/knowledge`, { headers: { cookie } });
    return /<main[\s\S]*<\/main>/.exec(await response.text())?.[0] ?? "";
  };
  const publish = async (baseUrl: string) =>
    callAction(baseUrl, "publishSourcesAction", {
      form: { botId: team.bot.id },
      headers: { cookie },
      ids: { botId: team.bot.id },
    });
  for (const name of names) {
    const content = `${name}：山茶門市的電話分機。`;
    const sent = await addFile(await first.ready, { bot: team.bot, by: team.owner, name, content });
    expect(sent.status).toBe(201);
  }
  await expect
    .poll(async () => count(await read(await first.ready), "等你看過"), { timeout: 60_000 })
    .toBeGreaterThan(2);
  await publish(await first.ready);
  await first.stop("SIGKILL");

  const baseUrl = await start(settings).ready;
  await expect
    .poll(async () => /排隊中|讀取中|發布中/.test(await read(baseUrl)), { timeout: 120_000 })
    .toBe(false);
  await publish(baseUrl);
  const list = async () =>
    (await listDocuments(baseUrl, { bot: team.bot, by: team.owner })).map(({ title }) => title);
  await expect.poll(async () => (await list()).length, { timeout: 60_000 }).toBe(10);
  expect((await list()).sort()).toEqual(names.map((name) => name.replace(".txt", "")).sort());
  expect(await read(baseUrl)).not.toContain("沒讀成");
});

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** One visitor's chat, each question once, until the server is gone. */
async function talkUntilCut(
  baseUrl: string,
  token: string,
  round: number,
  visitor: number,
  acknowledged: Acknowledged[],
): Promise<void> {
  const chatId = `web_${"0".repeat(6)}${round}${visitor}`;
  for (let i = 0; ; i++) {
    const question = `第 ${round}-${visitor}-${i} 問：運費多少？`;
    try {
      const { status, json } = await sendRaw(baseUrl, {
        method: "POST",
        path: "/api/widget/message",
        body: JSON.stringify({ token, message: question, chat_id: chatId }),
        from: `127.20.${round * 5 + visitor}.${1 + Math.floor(i / 15)}`,
      });
      expect(status).toBe(200);
      acknowledged.push({ chatId, question, reply: answerSchema.parse(json).reply });
    } catch (error) {
      if (error instanceof Error && "code" in error) return;
      throw error;
    }
  }
}
