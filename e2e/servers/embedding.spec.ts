import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { callAction } from "@/e2e/support/call-action";
import { expect, test } from "@/e2e/support/servers/start-fixtures";
import { signInByHttp } from "@/e2e/support/sign-in-by-http";
import { createTeam } from "@/e2e/support/team";
import { startOpenAiServer } from "@/test/servers/openai-server";

const chatsSchema = z.object({ chats: z.array(z.object({ botId: z.string() })) });

test("the owner sees which documents could not be embedded, and why", async ({ dataDir, start }) => {
  const model = await startOpenAiServer();
  model.embed(() => [Number.NaN, 1]);
  const server = start({
    OPENAI_API_KEY: "test-key",
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_EMBEDDING_MODEL: "small",
  });
  const baseUrl = await server.ready;
  const { owner, bots } = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  const body = JSON.stringify({ token: bots[0].token, message: "可以退貨嗎？" });
  const answer = await (await fetch(`${baseUrl}/api/widget/message`, { method: "POST", body })).json();
  expect(answer).toMatchObject({ success: true, answered: true });

  const headers = { cookie: await signInByHttp(baseUrl, owner) };
  const { chats } = chatsSchema.parse(await (await fetch(`${baseUrl}/api/chats`, { headers })).json());
  const list = `${baseUrl}/bots/${chats[0]?.botId}/knowledge`;
  const read = async (url: string) => (await fetch(url, { headers })).text();
  await expect.poll(() => read(list), { timeout: 60_000 }).toContain("只用字詞搜尋");
  const [, document] = /href="(\/bots\/[^"]+\/knowledge\/[0-9a-f-]{36})"/.exec(await read(list)) ?? [];
  await expect
    .poll(() => read(`${baseUrl}${document}`), { timeout: 60_000 })
    .toContain("模型服務給的向量不能用");
  await model.close();
});

test("while the endpoint fails, the owner's ask box searches by words, as a visitor's question does", async ({
  start,
}) => {
  const model = await startOpenAiServer();
  const server = start({
    OPENAI_API_KEY: "test-key",
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_EMBEDDING_MODEL: "small",
    SEED_DEMO: "0",
  });
  const baseUrl = await server.ready;
  const { bot, owner, addDocument } = await createTeam(baseUrl);
  await addDocument("運費", "每筆訂單的運費是 80 元。");
  const askBox = () =>
    callAction(baseUrl, "askKnowledgeAction", {
      form: { botId: bot.id, question: "運費多少？" },
      headers: { cookie: owner.cookie },
      ids: { botId: bot.id },
    });
  const asked = async () => {
    await askBox();
    return model.embeddings.some(({ input }) => input[0] === "運費多少？");
  };
  await expect.poll(asked, { timeout: 60_000 }).toBe(true);

  const before = model.embeddings.length;
  model.embed({ status: 500 });
  const answer = await askBox();
  expect(model.embeddings.length).toBeGreaterThan(before);
  expect([answer.status, answer.code]).toEqual([200, "done"]);
  expect(answer.text).toContain("80 元");
  await model.close();
});
