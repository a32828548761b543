import { type Env, env } from "@/lib/env";
import { processWide } from "@/lib/process-wide";
import type { Kv, KvOptions } from "./kv";
import { createEmbeddedKv } from "./transports/embedded-kv";
import { createRestKv } from "./transports/rest-kv";
import { createTcpKv } from "./transports/tcp-kv";

export type { Kv } from "./kv";

/** The process's store. */
export function getKv(): Kv {
  return processWide("kv", () => createKv(env()));
}

/** A store of its own, on the transport that the environment names; embedded when it names none. */
export function createKv(
  env: Pick<Env, "KV_REST_API_URL" | "KV_REST_API_TOKEN" | "REDIS_URL">,
  options: KvOptions = {},
): Kv {
  if (env.KV_REST_API_URL && env.KV_REST_API_TOKEN)
    return createRestKv(env.KV_REST_API_URL, env.KV_REST_API_TOKEN, options);
  if (env.REDIS_URL) return createTcpKv(env.REDIS_URL.split(","), options);
  return createEmbeddedKv();
}
