import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Ctx } from "@/lib/context";
import { log } from "@/lib/log";

export type Part = "database" | "kv" | "migrations";
type Outcome = "ok" | "failed" | "starting";
type Report = Record<Part, Outcome>;

export type Health = {
  /** Answers `GET /api/health/live` and `/ready`; false for every other address. */
  answer: (req: IncomingMessage, res: ServerResponse, url: string) => boolean;
  /** From now on readiness looks at these stores; until then the instance is starting. */
  setStores: (ctx: Ctx, migrations: readonly string[]) => void;
  /** From now on the instance is stopping, and not ready. */
  setDraining: () => void;
};

const boundMs = 2_000;
/** However many ask, the stores are asked once in that time. */
const freshMs = 1_000;
const starting: Report = { database: "starting", kv: "starting", migrations: "starting" };

/**
 * Whether the process answers at all, and whether it should be sent requests: nothing secret, small, and cheap to ask.
 */
export function createHealth(): Health {
  let stores: { ctx: Ctx; migrations: readonly string[] } | undefined;
  let isDraining = false;
  let last: { at: number; report: Promise<Report> } | undefined;

  const look = (): Promise<Report> => {
    if (!stores) return Promise.resolve(starting);
    const now = performance.now();
    if (!last || now - last.at > freshMs) {
      const report = inspect(stores.ctx, stores.migrations);
      const entry = { at: Number.POSITIVE_INFINITY, report };
      last = entry;
      // Counted from its end: a store that is slow is not asked again while it is being asked.
      void report.then(() => {
        entry.at = performance.now();
      });
    }
    return last.report;
  };

  const answerReady = async (req: IncomingMessage, res: ServerResponse, ignored: Set<string>) => {
    const checks = await look();
    const isFit = Object.entries(checks).every(([part, outcome]) => outcome === "ok" || ignored.has(part));
    const isReady = isFit && !isDraining;
    const status = isDraining ? "draining" : isReady ? "ready" : stores ? "failed" : "starting";
    send(req, res, isReady ? 200 : 503, { status, checks });
  };

  return {
    answer: (req, res, url) => {
      if (!url.startsWith("/api/health/")) return false;
      const { pathname, searchParams } = new URL(url, "http://x");
      const isLive = pathname === "/api/health/live";
      if (!isLive && pathname !== "/api/health/ready") return false;
      if (req.method !== "GET" && req.method !== "HEAD") {
        res.setHeader("Allow", "GET, HEAD");
        send(req, res, 405, { status: "method_not_allowed" });
      } else if (isLive) send(req, res, 200, { status: "live" });
      else void answerReady(req, res, new Set(searchParams.getAll("ignore")));
      return true;
    },
    setStores: (ctx, migrations) => {
      stores = { ctx, migrations };
    },
    setDraining: () => {
      isDraining = true;
    },
  };
}

async function inspect({ db, kv }: Ctx, migrations: readonly string[]): Promise<Report> {
  const isOk = async (part: Part, check: () => Promise<boolean>): Promise<Outcome> => {
    const late = new AbortController();
    try {
      const deadline = sleep(boundMs, false, { signal: late.signal, ref: false });
      return (await Promise.race([check(), deadline])) ? "ok" : "failed";
    } catch (error) {
      log("warn", "a part doesn't answer", { part, error: error instanceof Error ? error.message : "" });
      return "failed";
    } finally {
      late.abort();
    }
  };
  const applied = async () => {
    const rows = await db.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    const names = new Set(rows.map(({ name }) => name));
    return migrations.every((name) => names.has(name));
  };
  const [database, store, migrated] = await Promise.all([
    isOk("database", async () => (await db.$queryRaw<unknown[]>`SELECT 1`).length === 1),
    isOk("kv", async () => Boolean(await kv.redis.ping())),
    isOk("migrations", applied),
  ]);
  return { database, kv: store, migrations: migrated };
}

function send(req: IncomingMessage, res: ServerResponse, status: number, body: object): void {
  if (res.destroyed) return;
  const text = JSON.stringify(body);
  res.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  res.end(req.method === "HEAD" ? undefined : text);
}
