import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import next from "next";
import { setBaseUrl } from "@/lib/base-url";
import { createContext } from "@/lib/context";
import { keepFolded } from "@/lib/conversations/upkeep/keep-folded";
import { watchStore } from "@/lib/conversations/upkeep/watch-store";
import { getDb, setDb } from "@/lib/db/client";
import { env as readEnv } from "@/lib/env";
import { widgetHandlers } from "@/lib/http/widget/endpoints/widget-handlers";
import { setJobRunner } from "@/lib/jobs/run/runner-of-process";
import { startJobs } from "@/lib/jobs/run/start-jobs";
import { getKv } from "@/lib/kv/client";
import { logError } from "@/lib/log";
import { setPictureProgram } from "@/lib/reading/picture/shrink-picture";
import { getBlobStore, spoolFolder } from "@/lib/storage/get-blob-store";
import { findPartner } from "@/lib/teams/partners/find-partner";
import { seedDemo } from "@/prisma/seed";
import { createHttpServer } from "./connections/create-http-server";
import { createDrain } from "./connections/drain";
import { listen } from "./connections/listen";
import { requireCommand } from "./data-dir/commands";
import { lockDataDir } from "./data-dir/data-dir-lock";
import { refreshDemoFile } from "./data-dir/demo-file";
import { keepNewFilesPrivate, narrowDatabaseFiles } from "./data-dir/protect-data-dir";
import { createRequestEntry, type PageHandler } from "./entry/handle-request";
import { exposureWarning, isPublicUrl, listenUrl } from "./entry/public-host";
import { withRenewedSessions } from "./entry/renewed-sessions";
import { jobs } from "./jobs";
import { withApiRoutes } from "./routes/api-routes";
import { archiveWidgetFiles } from "./routes/archive-widget-files";
import { createFileUpload, withFileUpload } from "./routes/file-upload";
import { createHealth } from "./routes/health";
import { createLiveFeed, withLiveFeed } from "./routes/live-feed";
import { newestHandlers } from "./routes/newest-handlers";
import { createWidgetFiles, withWidgetFiles } from "./routes/widget-files";
import { withWidgetRoutes } from "./routes/widget-routes";
import { captureConsole } from "./start/capture-console";
import { keepSiteBots } from "./start/keep-site-bots";
import { openDatabase } from "./start/open-database";
import { report, waitForBuild } from "./start/parent-process";
import { type DemoState, printConnections, printReady, printStep } from "./start/print";
import { requireKv } from "./start/require-kv";
import { isForPeople } from "./start/start-error";
import { stopOnSignals } from "./start/stop-on-signals";

const root = path.resolve(import.meta.dirname, "..");
const publicDir = path.join(root, "public");
const isDev = process.argv.includes("--dev");
const drainMs = 10_000;

try {
  await start();
} catch (error) {
  console.error(isForPeople(error) ? `\n${error.message}\n` : error);
  process.exit(1);
}

/** Starts the instance; what each step opened is closed, the last first, when the process is told to stop. */
async function start(): Promise<void> {
  keepNewFilesPrivate();
  const env = readEnv();
  const onStop = stopOnSignals();

  const lock = env.DATABASE_URL ? null : await lockDataDir(env.dataDir);
  if (lock) onStop(lock.release);

  let openPages: (handler: PageHandler) => void = () => {};
  const opened = new Promise<PageHandler>((resolve) => {
    openPages = resolve;
  });
  const health = createHealth();
  const entry = createRequestEntry({
    ...{ env, isDev, health, pages: opened },
    ...(env.SITE === "1" && { findPartner: async (code) => findPartner({ db: await getDb() }, code) }),
  });
  const server = createHttpServer(entry, { isDev, hasProxy: env.TRUSTED_PROXY_HOPS > 0 });
  const drain = createDrain(server);
  const port = await listen(server, env);
  const baseUrl = (env.BASE_URL ?? listenUrl(env.HOST, port)).replace(/(?<!\/)\/+$/, "");
  setBaseUrl(baseUrl);
  tellNextAuth(env.BASE_URL);
  lock?.setAddress(baseUrl);
  const built = waitForBuild();
  report({ state: "listening" });

  const kv = getKv();
  onStop(() => kv.close());
  await requireKv(kv, env);

  const since = performance.now();
  let demo: DemoState = "none";
  const { db, applied, migrations, queue, copyTo, close } = await openDatabase(env, root, async (db) => {
    if (env.SEED_DEMO !== "0" && (await db.user.count()) === 0) {
      demo = env.SEED_DEMO === undefined && isPublicUrl(baseUrl) ? "left_out" : "made";
      if (demo === "made") await seedDemo(createContext({ db, kv }), { baseUrl, dataDir: env.dataDir });
    }
    if (env.SITE === "0" || env.SITE_BOT === "0") return;
    // The first page does without.
    await keepSiteBots(createContext({ db, kv }), env.OPERATOR_CONTACT ?? "").catch((error: unknown) =>
      logError("the first page's bot could not be made", error),
    );
  });
  onStop(close);
  setDb(db);
  setPictureProgram(path.join(import.meta.dirname, "picture.mjs"));
  if (!env.DATABASE_URL) await narrowDatabaseFiles(env.dataDir);
  await refreshDemoFile(env.dataDir, baseUrl);
  printStep(`資料庫 database${applied.length > 0 ? ` (${applied.length} migrations)` : ""}`, since);
  const ctx = createContext({ db, kv });
  health.setStores(ctx, migrations);
  const runner = startJobs(ctx, queue, jobs);
  setJobRunner(runner);
  let jobsStopped: Promise<void> | undefined;
  onStop(() => jobsStopped ?? runner.stop(drainMs));
  const stopWatching = watchStore(ctx);
  onStop(async () => stopWatching());
  const stopFolding = keepFolded(ctx);
  onStop(async () => stopFolding());
  lock?.setCommands(async (name, args) => requireCommand(name)({ ...ctx, copyTo }, args));

  await built;
  await archiveWidgetFiles(ctx, publicDir);
  const sinceBuild = performance.now();
  if (!isDev) captureConsole();
  const app = next({ dev: isDev, dir: root, hostname: env.HOST, port, httpServer: server });
  await app.prepare();
  onStop(() => app.close());
  const feed = withLiveFeed(withRenewedSessions(app.getRequestHandler()), createLiveFeed(ctx));
  const pages = withFileUpload(
    feed,
    createFileUpload(ctx, () => ({ store: getBlobStore(), spool: spoolFolder() })),
  );
  const pagesAndFiles = withWidgetFiles(pages, createWidgetFiles(ctx, publicDir));
  const handlers = isDev ? newestHandlers(path.join(root, "dist/widget-handlers.mjs")) : () => widgetHandlers;
  openPages(withWidgetRoutes(withApiRoutes(pagesAndFiles, ctx), handlers));
  onStop(() => drain.stop(drainMs));
  onStop(async () => {
    lock?.setStopping();
    health.setDraining();
    // Jobs that run have until the requests are answered too; what doesn't end then is given back.
    jobsStopped = runner.stop(env.SHUTDOWN_DELAY * 1_000 + drainMs);
    await sleep(env.SHUTDOWN_DELAY * 1_000);
  });
  printStep("網頁 pages", sinceBuild);

  printConnections(env, baseUrl);
  const warning = exposureWarning(env);
  if (warning) process.stderr.write(`\n  ${warning}\n`);
  await printReady(baseUrl, env.dataDir, demo);
  report({ state: "ready", baseUrl, port });
}

/** next-auth reads where it is reached from the environment: the address set, else what each request names. */
function tellNextAuth(baseUrl: string | undefined): void {
  delete process.env.NEXTAUTH_URL;
  delete process.env.AUTH_TRUST_HOST;
  if (baseUrl) process.env.NEXTAUTH_URL = baseUrl;
  else process.env.AUTH_TRUST_HOST = "1";
}
