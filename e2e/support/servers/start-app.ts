import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { appVariable, parseApp } from "./app";
import { createScratchDatabase } from "./scratch-database";
import { startServerProcess } from "./server-process";

/**
 * Starts the built app for the whole run, on data of its own: embedded, or on a new database of `TEST_DATABASE_URL` and
 * the Redis of `TEST_REDIS_URL` when those are set. Gives how to stop it.
 */
export default async function startApp(): Promise<() => Promise<void>> {
  await promisify(execFile)(process.execPath, ["scripts/build.mjs"]);
  const dataDir = await mkdtemp(path.join(tmpdir(), "dawen-e2e-"));
  const database = await createScratchDatabase();
  const redisUrl = process.env.TEST_REDIS_URL;
  const template = database || redisUrl ? null : await fillTemplate(dataDir);
  const server = startServerProcess({
    DATA_DIR: dataDir,
    SIGNUP: "open",
    SITE_BOT: "1",
    // Each test is a visitor of its own address: see e2e/support/client-address.ts.
    TRUSTED_PROXY_HOPS: "1",
    ...(database ? { DATABASE_URL: database.url, NEXTAUTH_SECRET: "e2e-".repeat(12) } : {}),
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
  });
  const baseUrl = await server.ready;
  const demo = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  process.env[appVariable] = JSON.stringify(parseApp({ baseUrl, dataDir, template, demo }));

  return async () => {
    const code = await server.stop();
    await mkdir("test-results", { recursive: true });
    await writeFile("test-results/server.log", server.output());
    await database?.drop();
    for (const folder of [dataDir, template]) if (folder) await rm(folder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the app ended with ${code}:\n${server.output()}`);
  };
}

/** Starts on the empty folder and stops again; gives a copy of what that start has filled it with. */
async function fillTemplate(dataDir: string): Promise<string> {
  const server = startServerProcess({ DATA_DIR: dataDir });
  await server.ready;
  await server.stop();
  const template = await mkdtemp(path.join(tmpdir(), "dawen-e2e-template-"));
  await cp(dataDir, template, { recursive: true });
  return template;
}
