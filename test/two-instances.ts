import { repairJob, repairSinceJob, runRepair } from "@/lib/conversations/upkeep/repair-job";
import { watchStore } from "@/lib/conversations/upkeep/watch-store";
import type { ActorCtx } from "@/lib/identity/actor";
import { bindJob } from "@/lib/jobs/bind-job";
import { startJobs } from "@/lib/jobs/run/start-jobs";
import { createKv } from "@/lib/kv/client";
import type { createTestShop } from "./fixtures/test-conversations";
import { RespServer } from "./servers/resp-server";
import { startTcpGate } from "./servers/tcp-gate";

/**
 * Two instances on one store over TCP that a gate cuts off, with the repair as it runs in production.
 * @param redisUrl of a Redis, whose database of that number is emptied; undefined for the embedded engine behind the
 * same protocol
 */
export async function openTwoInstances(
  shop: Awaited<ReturnType<typeof createTestShop>>,
  actorCtx: ActorCtx,
  redisUrl: string | undefined,
  database: number,
) {
  const store = redisUrl ? undefined : await RespServer.start();
  const gate = await startTcpGate({ port: Number(new URL(redisUrl || store?.url || "").port || 6379) });
  const url = `redis://127.0.0.1:${gate.port}${redisUrl ? `/${database}` : ""}`;
  const open = (): ActorCtx => ({ ...actorCtx, kv: createKv({ REDIS_URL: url }, { timeoutMs: 10_000 }) });
  const instances: [ActorCtx, ActorCtx] = [open(), open()];
  await instances[0].kv.redis.flushdb();
  const jobs = [bindJob(repairJob, runRepair), bindJob(repairSinceJob, runRepair)];
  const runner = startJobs(instances[0], shop.queue, jobs);
  const stopWatching = instances.map(watchStore);
  return {
    instances,
    gate,
    close: async () => {
      for (const stop of stopWatching) stop();
      await runner.stop(5_000);
      for (const { kv } of instances) await kv.close();
      await gate.close();
      await store?.close();
    },
  };
}
