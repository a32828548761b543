import { type Env, env } from "@/lib/env";
import { createEmbeddedKv } from "./embedded-kv";
import type { Kv, KvOptions } from "./kv";
import { createRestKv } from "./rest-kv";
import { createTcpKv } from "./tcp-kv";

export type { Kv } from "./kv";

declare global {
  var dawenKv: Kv | undefined;
}

/** The process's store. On globalThis, because Next may load several copies of this module. */
export function getKv(): Kv {
  globalThis.dawenKv ??= createKv(env());
  return globalThis.dawenKv;
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
