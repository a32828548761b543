import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runScript } from "../support/servers/run-script";
import { expect, test } from "../support/servers/start-fixtures";
import { signInByHttp } from "../support/sign-in-by-http";

test("a backup of the running server brings its data and its sessions back after everything is lost", async ({
  start,
  dataDir,
}) => {
  const file = `${dataDir}.tar.gz`;
  try {
    const first = start();
    const baseUrl = await first.ready;
    const { owner, bots } = await readDemo(dataDir);
    const cookie = await signInByHttp(baseUrl, owner);
    const seen: number[] = [];
    let isDone = false;
    const ask = async () => {
      for (; !isDone; await sleep(100)) seen.push(await configStatus(baseUrl, bots[0].token));
    };
    const [backup] = await Promise.all([
      runScript("backup", [file], { DATA_DIR: dataDir }).finally(() => {
        isDone = true;
      }),
      ask(),
    ]);
    expect(backup).toMatchObject({ code: 0, output: expect.stringContaining("備份完成 Backed up") });
    expect(new Set(seen)).toEqual(new Set([200]));
    expect(await runScript("restore", [file, "--force"], { DATA_DIR: dataDir })).toMatchObject({
      code: 1,
      output: expect.stringContaining("in use by process"),
    });
    await first.stop();

    await rm(dataDir, { recursive: true });
    const restored = await runScript("restore", [file], { DATA_DIR: dataDir });
    expect(restored).toMatchObject({ code: 0, output: expect.stringContaining("還原完成 Restored") });
    const again = await start().ready;
    expect((await readDemo(dataDir)).owner).toEqual(owner);
    expect(await configStatus(again, bots[0].token)).toBe(200);
    expect((await openBots(again, cookie)).status).toBe(200);
  } finally {
    await rm(file, { force: true });
  }
});

test("a new secret signs nobody out, takes over who comes back, and ends every session when told so", async ({
  start,
  dataDir,
}) => {
  const server = start();
  const baseUrl = await server.ready;
  const { owner } = await readDemo(dataDir);
  const cookie = await signInByHttp(baseUrl, owner);
  expect((await openBots(baseUrl, cookie)).headers.get("set-cookie")).toBeNull();

  expect(await runScript("secret-rotate", [], { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
  const page = await openBots(baseUrl, cookie);
  expect(page.status).toBe(200);
  const renewed = /(next-auth\.session-token=[^;]+); Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax/.exec(
    page.headers.get("set-cookie") ?? "",
  )?.[1];
  expect(renewed).not.toBe(undefined);
  const second = await openBots(baseUrl, renewed ?? "");
  expect([second.status, second.headers.get("set-cookie")]).toEqual([200, null]);

  expect(await runScript("secret-rotate", ["--sign-out"], { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
  for (const old of [cookie, renewed ?? ""]) expect((await openBots(baseUrl, old)).status).toBe(401);
});

async function readDemo(dataDir: string) {
  return JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
}

function openBots(baseUrl: string, cookie: string): Promise<Response> {
  return fetch(`${baseUrl}/bots`, { headers: { cookie, accept: "text/html" }, redirect: "manual" });
}

async function configStatus(baseUrl: string, token: string): Promise<number> {
  return (await fetch(`${baseUrl}/api/widget/config?token=${token}`)).status;
}
