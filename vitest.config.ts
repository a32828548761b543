import { globSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const tests = "{app,components,lib,scripts,server,widget,bench,prisma}/**/*.test.{ts,tsx}";
/** With real servers to test on, what they change nothing for is left out. */
const { TEST_DATABASE_URL: databaseUrl = "", TEST_REDIS_URL: redisUrl = "" } = process.env;
const hasServers = Boolean(databaseUrl || redisUrl);
const usesServers =
  /create(?:TestDb|TestShop|TextAsker|ShopTalk|FileContext)\(|test\/kv\/transports|inject\("(?:databaseUrl|redisUrl)"\)/;

declare module "vitest" {
  /** For `inject`: addresses of real servers to test on, "" for the embedded parts. */
  interface ProvidedContext {
    databaseUrl: string;
    redisUrl: string;
  }
}

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: hasServers
      ? globSync(tests).filter((file) => usesServers.test(readFileSync(file, "utf8")))
      : [tests],
    // By itself it would leave one of two cores idle; a file often waits, for a process or for its own clock.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    provide: { databaseUrl, redisUrl },
    environment: "node",
    testTimeout: 180_000,
    hookTimeout: 240_000,
    // By itself a second, within which a busy machine starts no process.
    expect: { poll: { timeout: 20_000 } },
    unstubGlobals: true,
    // Vite sets BASE_URL to "/", which is none of ours; no test asks a real model.
    env: { BASE_URL: "", OPENAI_API_KEY: "" },
    // Its default export throws on any look at it while KV_REST_API_URL is unset, and Vitest looks at
    // externals' defaults.
    server: { deps: { inline: ["@vercel/kv"] } },
  },
});
