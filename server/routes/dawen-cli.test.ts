import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { revokeApiKey } from "@/lib/teams/keys/revoke-api-key";
import { type ApiServer, startApiServer } from "@/test/fixtures/api-server";

let api: ApiServer;
let team: Awaited<ReturnType<ApiServer["newTeam"]>>;
let folder = "";
beforeAll(async () => {
  api = await startApiServer();
});
afterAll(() => api.close());
beforeEach(async () => {
  team = await api.newTeam(["knowledge:write"]);
  folder = await mkdtemp(path.join(tmpdir(), "dawen-cli-"));
});
afterEach(() => rm(folder, { recursive: true }));

const program = path.resolve("public/developers/dawen.mjs");

function start(args: string[] = [], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [program, "push", folder, "--bot", team.bot.id, ...args], {
    env: {
      ...process.env,
      LC_ALL: "",
      LANG: "en_US.UTF-8",
      DAWEN_URL: api.address,
      DAWEN_KEY: team.key,
      ...env,
    },
  });
}

async function push(args: string[] = [], env: Record<string, string> = {}) {
  const child = start(args, env);
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = await once(child, "close");
  return { code, said };
}

const write = async (name: string, content: string | Buffer) => {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
};
const stored = () =>
  api.db.document.findMany({
    where: { botId: team.bot.id, deletedAt: null },
    select: { externalId: true, name: true, versions: { select: { number: true } } },
    orderBy: { externalId: "asc" },
  });
const idsOf = async () => (await stored()).map(({ externalId }) => externalId?.replace("api:d:", ""));

describe("node dawen.mjs push", () => {
  it("sends what changed and nothing else, and deletes when it is told to", async () => {
    await write("運費/一般.md", "# 運費怎麼算\n\n每筆訂單的運費是 80 元。");
    await write("front.markdown", '---\ntitle: "退貨"\ntags: [a]\n---\n7 天內都能退。');
    await write("plain.txt", "\ufeff保固 18 個月。\r\n");
    await write("empty.md", " \n");
    await write("binary.md", Buffer.from([0xff, 0xfe, 0x00]));
    await write("long.md", "字".repeat(200_001));
    await write(".hidden.md", "x");
    await write("node_modules/a.md", "x");
    await write("picture.png", "x");

    const dry = await push(["--dry-run"]);
    expect(dry).toMatchObject({ code: 1 });
    expect(dry.said).toContain("6 files: 3 to send, 0 unchanged, 0 to delete, 3 unusable");
    expect(await stored()).toEqual([]);

    const first = await push();
    expect(first.said).toContain("3 created, 0 updated, 0 restored, 0 unchanged, 0 deleted, 3 failed");
    expect((await stored()).map(({ externalId, name }) => [externalId, name])).toEqual([
      ["api:d:front.markdown", "退貨"],
      ["api:d:plain.txt", "plain"],
      ["api:d:運費/一般.md", "運費怎麼算"],
    ]);
    for (const name of ["empty.md", "binary.md", "long.md"]) await rm(path.join(folder, name));
    const before = await api.db.auditEntry.count();
    expect((await push()).said).toContain("3 files: 0 to send, 3 unchanged");
    expect(await api.db.auditEntry.count()).toBe(before);

    await write("plain.txt", "保固 24 個月。");
    await rm(path.join(folder, "front.markdown"));
    expect((await push()).said).toContain("0 created, 1 updated, 0 restored, 2 unchanged".replace("2", "1"));
    expect(await idsOf()).toContain("front.markdown");
    expect((await push(["--delete", "--prefix", "other/"])).said).toContain("2 created");
    expect((await push(["--delete", "--dry-run"])).said).toContain("delete front.markdown");
    // What stands under another prefix goes too, unless this run has a prefix of its own: it says so first.
    expect(await push(["--delete"])).toMatchObject({ code: 0 });
    expect(await idsOf()).toEqual(["plain.txt", "運費/一般.md"]);
    await write("front.markdown", '---\ntitle: "退貨"\n---\n7 天內都能退。');
    expect((await push()).said).toContain("1 restored");
  });

  it("many files: killed in the middle it goes on where it was, without doubles, and then sends nothing", async () => {
    for (let at = 0; at < 150; at++)
      await write(
        `guide/${at % 10}/page-${at}.md`,
        `# 第 ${at} 頁\n\n第 ${at} 頁的說明，編號 ${at * 7919}。\n`,
      );
    const child = start();
    await expect
      .poll(() => api.db.document.count({ where: { botId: team.bot.id } }), { timeout: 60_000 })
      .toBeGreaterThan(40);
    child.kill("SIGKILL");
    await once(child, "close");
    const half = (await stored()).length;
    expect(half).toBeLessThan(150);
    const rest = await push();
    expect(rest.code).toBe(0);
    expect(rest.said).toMatch(/Done in/);
    const all = await stored();
    expect(all.length).toBe(150);
    expect(new Set(all.map(({ externalId }) => externalId)).size).toBe(150);
    expect(all.every(({ versions }) => versions.length === 1)).toBe(true);
    const again = await push();
    expect(again).toMatchObject({ code: 0 });
    expect(again.said).toContain("150 files: 0 to send, 150 unchanged");
  }, 240_000);

  it("says what is wrong, and ends", async () => {
    expect(await push()).toMatchObject({ code: 1, said: expect.stringContaining("nothing was done") });
    await write("a.md", "# 甲\n乙");
    expect(await push(["--nope"])).toMatchObject({ code: 2, said: expect.stringContaining("Usage") });
    expect(await push([], { DAWEN_KEY: "" })).toMatchObject({
      code: 2,
      said: expect.stringContaining("DAWEN_KEY"),
    });
    expect(await push([], { DAWEN_URL: "x" })).toMatchObject({
      code: 2,
      said: expect.stringContaining("--url"),
    });
    expect(await push([], { LANG: "zh_TW.UTF-8", DAWEN_KEY: "" })).toMatchObject({
      said: expect.stringContaining("擁有者"),
    });
    const { key } = await api.newKey(team.owner, ["bots:read"]);
    expect(await push([], { DAWEN_KEY: key })).toMatchObject({
      code: 1,
      said: expect.stringContaining("lacks the scope"),
    });
    const other = await api.newTeam();
    expect(await push([], { DAWEN_KEY: other.key })).toMatchObject({
      code: 1,
      said: expect.stringContaining("Not found"),
    });
    await revokeApiKey(team.owner, { keyId: team.keyId });
    expect(await push()).toMatchObject({ code: 1, said: expect.stringContaining("revoked") });
    expect(await stored()).toEqual([]);
  });
});
