import { readFile } from "node:fs/promises";
import path from "node:path";
import { createClient } from "redis";
import { z } from "zod";
import { type App, parseApp } from "@/e2e/support/servers/app";
import { runScript } from "@/e2e/support/servers/run-script";
import { createScratchDatabase } from "@/e2e/support/servers/scratch-database";
import { type ServerProcess, startServerProcess } from "@/e2e/support/servers/server-process";
import { test as base, expect } from "@/e2e/support/servers/start-fixtures";
import { signInByHttp } from "@/e2e/support/sign-in-by-http";
import { type RoundRobin, startRoundRobin } from "@/test/servers/round-robin";
import { startTcpGate, type TcpGate } from "@/test/servers/tcp-gate";
import { sendRaw } from "../api/raw-request";
import { turnSchema } from "./watch-feed";

/** Of the databases in Redis those from here on, one a worker; 0 is the one that the app of the whole run uses. */
const firstRedisDatabase = 9;
const answerSchema = z.object({ success: z.literal(true), reply: z.string(), chat_id: z.string() });
const chatsSchema = z.object({ chats: z.array(z.object({ id: z.string(), chatId: z.string() })) });
const turnsSchema = z.object({ turns: z.array(turnSchema) });

export type Acknowledged = { chatId: string; question: string; reply: string; ms: number };

export type Instance = { process: ServerProcess; url: string };

export type Cluster = {
  database: TcpGate;
  redis: TcpGate;
  proxy: RoundRobin;
  /** Starts one more instance and waits until it is ready; `url` leads to it, around the proxy. */
  start: () => Promise<Instance>;
  demo: () => Promise<App["demo"]>;
  /** Forgets everything in Redis, as a restart without saved data does. */
  flushRedis: () => Promise<void>;
  /** What `npm run check:conversations` prints. */
  check: () => Promise<string>;
};

type Fixtures = { cluster: Cluster };

/** Tests on instances that share the PostgreSQL and Redis of the environment, each behind a gate. */
export const test = base.extend<Fixtures>({
  cluster: async ({ dataDir }, use, { parallelIndex }) => {
    const scratch = await createScratchDatabase();
    const redisUrl = process.env.TEST_REDIS_URL;
    if (!scratch || !redisUrl) throw new Error("set TEST_DATABASE_URL and TEST_REDIS_URL");
    const redisDatabaseUrl = `${redisUrl.replace(/\/\d*$/, "")}/${firstRedisDatabase + parallelIndex}`;
    const database = await startTcpGate({ port: Number(new URL(scratch.url).port || 5432) });
    const redis = await startTcpGate({ port: Number(new URL(redisUrl).port || 6379) });
    const proxy = await startRoundRobin();
    const env = {
      DATABASE_URL: withPort(scratch.url, database.port),
      REDIS_URL: withPort(redisDatabaseUrl, redis.port),
      DATA_DIR: dataDir,
      NEXTAUTH_SECRET: "live-e2e-".repeat(5),
      TRUSTED_PROXY_HOPS: "1",
      BASE_URL: proxy.url,
      SIGNUP: "open",
    };
    const started: ServerProcess[] = [];
    const flushRedis = async () => {
      const client = createClient({ url: redisDatabaseUrl });
      await client.connect();
      await client.flushDb();
      await client.close();
    };
    await flushRedis();
    await use({
      database,
      redis,
      proxy,
      start: async () => {
        const server = startServerProcess(env);
        started.push(server);
        return { process: server, url: `http://127.0.0.1:${await server.port}` };
      },
      demo: async () => {
        const demo = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
        return parseApp({ baseUrl: proxy.url, dataDir, demo }).demo;
      },
      flushRedis,
      check: () => runCheck(env),
    });
    await Promise.all(started.map((server) => server.stop("SIGKILL")));
    await Promise.all([database.close(), redis.close(), proxy.close()]);
    await scratch.drop();
  },
});

export { expect };

/** One message of a visitor at an address of 127/8; its answer must be a 200. */
export async function ask(
  baseUrl: string,
  { token, chatId, question, from }: { token: string; chatId: string; question: string; from: string },
): Promise<Acknowledged> {
  const since = performance.now();
  const { status, json } = await sendRaw(baseUrl, {
    method: "POST",
    path: "/api/widget/message",
    body: JSON.stringify({ token, message: question, chat_id: chatId }),
    from,
  });
  expect(status, JSON.stringify(json)).toBe(200);
  const { reply } = answerSchema.parse(json);
  return { chatId, question, reply, ms: performance.now() - since };
}

/** Each of many visitors in turn, so that no limit of one address is met. */
export function visitorAddress(n: number): string {
  return `127.${30 + Math.floor(n / 250)}.0.${1 + (n % 250)}`;
}

export async function signIn(baseUrl: string, demo: App["demo"], role: "owner" | "agent"): Promise<string> {
  return signInByHttp(baseUrl, demo[role]);
}

/** Every acknowledged question stands once in its transcript, with its one answer, complete. */
export async function expectAllThere(
  baseUrl: string,
  cookie: string,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  const headers = { cookie };
  const { chats } = chatsSchema.parse(await (await fetch(`${baseUrl}/api/chats`, { headers })).json());
  for (const [chatId, ofChat] of Map.groupBy(acknowledged, (turn) => turn.chatId)) {
    const chat = chats.find((candidate) => candidate.chatId === chatId);
    expect(chat, `chat ${chatId} is listed`).toBeDefined();
    const response = await fetch(`${baseUrl}/api/chats/${chat?.id}`, { headers });
    const { turns } = turnsSchema.parse(await response.json());
    expect(new Set(turns.map(({ id }) => id)).size).toBe(turns.length);
    for (const { question, reply } of ofChat) {
      const asked = turns.filter(({ author, bubbles }) => author === "visitor" && bubbles[0] === question);
      expect(asked, question).toHaveLength(1);
      const answers = turns.filter(({ replyTo }) => replyTo === asked[0]?.id);
      expect(answers.map(({ bubbles }) => bubbles[0])).toEqual([reply]);
      expect(asked[0]?.state).toBe("complete");
    }
  }
}

function withPort(address: string, port: number): string {
  const url = new URL(address);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  return url.href;
}

async function runCheck(env: Record<string, string>): Promise<string> {
  return (await runScript("check-conversations", [], env)).output.trim();
}
