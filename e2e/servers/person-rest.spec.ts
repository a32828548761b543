import { readFile } from "node:fs/promises";
import path from "node:path";
import { answerOfBot, handOver } from "@/e2e/support/hand-over";
import { newContext } from "@/e2e/support/new-context";
import { openShop } from "@/e2e/support/open-shop";
import { parseApp } from "@/e2e/support/servers/app";
import { expect, test } from "@/e2e/support/servers/start-fixtures";
import { createTeam } from "@/e2e/support/team";
import { toCookies } from "@/e2e/support/to-cookies";
import { Engine } from "@/lib/kv/embedded/engine";
import type { KvExecutor } from "@/lib/kv/reply";
import { startUpstashServer } from "@/test/servers/upstash-server";

test("a person answers, both ways, with the store behind `@vercel/kv`", async ({
  start,
  dataDir,
  browser,
}) => {
  test.slow();
  const engine = new Engine();
  let asked = 0;
  const execute: KvExecutor = async (commands, isAtomic) => {
    asked += commands.length;
    const outcomes = isAtomic ? engine.runAtomically(commands) : engine.run(commands);
    if (!outcomes) throw new Error("EXECABORT Transaction discarded because of previous errors.");
    return outcomes;
  };
  const store = await startUpstashServer(execute);
  const env = { KV_REST_API_URL: store.url, KV_REST_API_TOKEN: store.token, SIGNUP: "open" };
  const baseURL = await start(env).ready;
  const demo = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  const team = await createTeam(baseURL);
  await team.addDocument(answerOfBot.title, answerOfBot.content);
  const member = await team.addMember("agent");
  const ofVisitor = await newContext(browser, { baseURL, locale: "zh-TW" });
  const ofAgent = await newContext(browser, {
    ...{ baseURL, locale: "zh-TW" },
    storageState: { origins: [], cookies: toCookies(member.cookie, baseURL) },
  });
  const visitor = await ofVisitor.newPage();
  await openShop(visitor, parseApp({ baseUrl: baseURL, dataDir, demo }), team.bot);
  await handOver({ visitor, agent: await ofAgent.newPage(), member: member.name });
  expect(asked).toBeGreaterThan(50);
  await Promise.all([ofVisitor.close(), ofAgent.close()]);
  await store.close();
  engine.close();
});
