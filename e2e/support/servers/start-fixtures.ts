import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, expect } from "@playwright/test";
import { waitForReact } from "../wait-for-react";
import { readApp } from "./app";
import { type ServerProcess, startServerProcess } from "./server-process";

type Fixtures = {
  /** Whether the data folder is empty at first, or as a first start with the demo leaves it. */
  isFirstStart: boolean;
  dataDir: string;
  /** Starts a server on the test's own data folder; what still runs at the end is killed. */
  start: (env?: Record<string, string>) => ServerProcess;
};

/** Tests that start servers of their own; `firstStartTest` on an empty folder. */
export const test = base.extend<Fixtures>({
  context: async ({ context }, use) => {
    waitForReact(context);
    await use(context);
  },
  isFirstStart: [false, { option: true }],
  dataDir: async ({ isFirstStart }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), "dawen-start-"));
    const { template } = readApp();
    if (template && !isFirstStart) await cp(template, folder, { recursive: true });
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  start: async ({ dataDir }, use) => {
    const started: ServerProcess[] = [];
    await use((env = {}) => {
      const server = startServerProcess({ DATA_DIR: dataDir, ...env });
      started.push(server);
      return server;
    });
    await Promise.all(started.map((server) => server.stop("SIGKILL")));
  },
});

export const firstStartTest = test.extend({ isFirstStart: true });

export { expect };
