import { globSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const tests = "{app,components,lib,scripts,server,widget,bench,prisma}/**/*.test.{ts,tsx}";
/**
 * With real servers to test on, what they change nothing for is left out: also what a text or a shop's documents
 * answer, which asks the database for no more than `lib/knowledge` and `answer-question` do.
 */
const { TEST_DATABASE_URL: databaseUrl = "", TEST_REDIS_URL: redisUrl = "" } = process.env;
const hasServers = Boolean(databaseUrl || redisUrl);
const usesServers =
  /create(?:TestDb|TestShop|FileContext)\(|test\/kv\/transports|inject\("(?:databaseUrl|redisUrl)"\)/;

/**
 * Half a minute or more of work or of waiting: these begin first, so that no worker is left alone with one of them at
 * the end. Vitest itself would go by sizes, where it knows no times from a run before.
 */
const longest = [
  ...["bench/hostile/growth", "server/backup/backup", "lib/conversations/feed/resume"],
  ...["lib/reading/read-file-apart", "lib/knowledge/web/page", "lib/knowledge/web/site"],
  ...["lib/conversations/visitor/resume-visitor", "lib/conversations/desk/desk", "lib/jobs/jobs"],
  ...["lib/reading/apart/apart-reader", "lib/knowledge/sources/sources", "server/outbox-kinds"],
].map((file) => path.join(import.meta.dirname, `${file}.test.ts`));

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.indexOf(moduleId);
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

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
    sequence: { sequencer: LongestFirst },
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
