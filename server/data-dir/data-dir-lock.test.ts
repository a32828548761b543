import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requireCommand } from "./commands";
import { askControlSocket, controlSocketFile, listenOnControlSocket } from "./control-socket";
import { lockDataDir } from "./data-dir-lock";

let dataDir = "";

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "dawen-lock-"));
});

afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe("lockDataDir", () => {
  it("refuses a second holder and names the first, until that one lets go", async () => {
    const lock = await lockDataDir(dataDir);
    lock.setAddress("http://localhost:3000");
    await expect(lockDataDir(dataDir)).rejects.toThrow(
      `${dataDir} is in use by process ${process.pid} at http://localhost:3000: stop that one (kill ${process.pid})`,
    );
    await lock.release();
    const again = await lockDataDir(dataDir);
    await again.release();
  });

  it("waits for one that is stopping", { timeout: 30_000 }, async () => {
    const lock = await lockDataDir(dataDir);
    lock.setStopping();
    let isReleased = false;
    const next = lockDataDir(dataDir).then((taken) => {
      expect(isReleased).toBe(true);
      return taken;
    });
    // Longer than a holder that says nothing is waited for.
    await sleep(2_500);
    isReleased = true;
    await lock.release();
    await (await next).release();
  });

  it("waits for one that is too busy stopping to say so twice", { timeout: 30_000 }, async () => {
    let asked = 0;
    let cameAfter = 0;
    const holder = createServer((socket) => {
      socket.on("error", () => {});
      socket.on("data", () => {
        if (asked++ === 0) socket.write('{"ok":true,"result":{"isStopping":true}}\n');
      });
      if (asked > 0 && ++cameAfter === 5) holder.close();
    });
    await listenOnControlSocket(holder, dataDir);
    const lock = await lockDataDir(dataDir);
    expect(asked).toBe(1);
    await lock.release();
  });

  it("gives way to one of two that start at the same moment", async () => {
    const results = await Promise.allSettled([lockDataDir(dataDir), lockDataDir(dataDir)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const result of results) if (result.status === "fulfilled") await result.value.release();
  });

  it("takes over from a process that was killed", async () => {
    const script = `require("net").createServer().listen(${JSON.stringify(controlSocketFile(dataDir))}, () => console.log("up"))`;
    const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    const lock = await lockDataDir(dataDir);
    expect(await askControlSocket(dataDir, "status")).toMatchObject({ ok: true });
    await lock.release();
  });

  it("makes a folder that is missing, however long its path", async () => {
    const deep = path.join(dataDir, "a".repeat(120), "資料".repeat(20));
    const cwd = process.cwd();
    const lock = await lockDataDir(deep);
    await expect(lockDataDir(deep)).rejects.toThrow("in use by process");
    await lock.release();
    expect(await askControlSocket(deep, "status")).toBeNull();
    expect(process.cwd()).toBe(cwd);
  });

  it("says so when the folder can't be written", async () => {
    const file = path.join(dataDir, "file");
    await writeFile(file, "");
    await expect(lockDataDir(path.join(file, "data"))).rejects.toThrow(
      /Can't write to the data folder .+ENOTDIR/,
    );
  });
});

describe("the control socket", () => {
  it("carries commands and their failures", async () => {
    const lock = await lockDataDir(dataDir);
    expect(await askControlSocket(dataDir, "echo")).toEqual({
      ok: false,
      error: expect.stringContaining("starting"),
    });
    lock.setCommands(async (command, args) => {
      if (command !== "echo") throw new Error(`${command}: no such command`);
      return args;
    });
    expect(await askControlSocket(dataDir, "echo", { 名: "值\n2" })).toEqual({
      ok: true,
      result: { 名: "值\n2" },
    });
    expect(await askControlSocket(dataDir, "dance")).toEqual({ ok: false, error: "dance: no such command" });
    lock.setCommands(async (command) => requireCommand(command));
    for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty", ""])
      expect(await askControlSocket(dataDir, name)).toEqual({ ok: false, error: `${name}: no such command` });
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    lock.setCommands(async (command) => (command === "circle" ? circular : 1n));
    for (const name of ["circle", "bigint"])
      expect(await askControlSocket(dataDir, name)).toEqual({ ok: false, error: expect.any(String) });
    await lock.release();
    expect(await askControlSocket(dataDir, "echo")).toBeNull();
  });
});
