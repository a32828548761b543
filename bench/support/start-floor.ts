import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port";

export type FloorApp = { pid: number; address: string; stop: () => Promise<void> };

/** Builds and starts bench/floor, a Next app with the least that each of its routes can do. */
export async function startFloor(env: Record<string, string> = {}): Promise<FloorApp> {
  const next = path.resolve("node_modules/next/dist/bin/next");
  const folder = path.resolve("bench/floor");
  const base = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  execFileSync(process.execPath, [next, "build", folder], {
    stdio: ["ignore", "ignore", "inherit"],
    env: base,
  });
  const port = await freePort();
  const child = spawn(process.execPath, [next, "start", folder, "-p", String(port), "-H", "127.0.0.1"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...base, ...env },
  });
  const address = `http://127.0.0.1:${port}`;
  await waitUntilServed(child, `${address}/none`);
  return {
    pid: child.pid ?? 0,
    address,
    stop: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

async function waitUntilServed(child: ChildProcess, url: string): Promise<void> {
  for (let i = 0; i < 100 && child.exitCode === null; i++) {
    if (await fetch(url).catch(() => null)) return;
    await sleep(100);
  }
  throw new Error("the bare Next app did not start");
}
