import { inject } from "vitest";
import { createKv, type Kv } from "@/lib/kv/client";
import { Engine } from "@/lib/kv/embedded/engine";
import type { KvExecutor } from "@/lib/kv/reply";
import { openRedisExecutor } from "@/test/servers/redis-executor";
import { RespServer } from "@/test/servers/resp-server";
import { startUpstashServer } from "@/test/servers/upstash-server";

/**
 * One table of cases, and the same answers from every transport. Behind TCP and REST stands the Redis that
 * TEST_REDIS_URL names; without it, the embedded engine. Several URLs with commas between them are a cluster.
 */
const redisUrl = inject("redisUrl");
const isCluster = redisUrl.includes(",");
const options = { timeoutMs: 60_000, pollMs: 20, sweepMs: 3_600_000 };

export type Transport = { name: string; open: () => Promise<{ kv: Kv; close: () => Promise<void> }> };

export const transports: Transport[] = [
  { name: "embedded", open: async () => only(createKv({})) },
  { name: `TCP, ${isCluster ? "Redis Cluster" : redisUrl ? "Redis" : "the embedded engine"}`, open: openTcp },
  { name: `@vercel/kv, ${redisUrl && !isCluster ? "Redis" : "the embedded engine"}`, open: openRest },
];
console.info(`KV transports under test: ${transports.map(({ name }) => name).join("; ")}.`);
if (!redisUrl) console.info("No real Redis takes part: set TEST_REDIS_URL for that.");

async function openTcp() {
  if (redisUrl) return only(createKv({ REDIS_URL: redisUrl }, options));
  const server = await RespServer.start();
  const kv = createKv({ REDIS_URL: server.url }, options);
  const close = async () => {
    await kv.close();
    await server.close();
  };
  return { kv, close };
}

function only(kv: Kv) {
  return { kv, close: () => kv.close() };
}

async function openRest() {
  const backend = redisUrl && !isCluster ? await openRedisExecutor(redisUrl) : openEngine();
  const server = await startUpstashServer(backend.execute);
  const kv = createKv({ KV_REST_API_URL: server.url, KV_REST_API_TOKEN: server.token }, options);
  const close = async () => {
    await kv.close();
    await server.close();
    backend.close();
  };
  return { kv, close };
}

function openEngine() {
  const engine = new Engine();
  const execute: KvExecutor = async (commands, isAtomic) => {
    const outcomes = isAtomic ? engine.runAtomically(commands) : engine.run(commands);
    if (!outcomes) throw new Error("EXECABORT Transaction discarded because of previous errors.");
    return outcomes;
  };
  return { execute, close: () => engine.close() };
}
