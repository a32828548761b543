import { execFile, spawn } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { runScript } from "../support/servers/run-script";
import { expect, firstStartTest, test } from "../support/servers/start-fixtures";

test("wrong environment values are all named at once", async ({ start }) => {
  const server = start({
    PORT: "eighty",
    SIGNUP: "maybe",
    SEED_DEMO: "yes",
    TRUSTED_PROXY_HOPS: "-1",
    DATABASE_URL: "postgresql://u:p@127.0.0.1:1/x",
    KV_REST_API_URL: "http://127.0.0.1:1",
  });
  expect(await server.exited).toMatchObject({ code: 1 });
  for (const name of [
    "PORT",
    "SIGNUP",
    "SEED_DEMO",
    "TRUSTED_PROXY_HOPS",
    "NEXTAUTH_SECRET",
    "KV_REST_API_TOKEN",
  ])
    expect(server.output()).toMatch(new RegExp(`^ {2}${name}: expected .+`, "m"));
  expect(server.output()).not.toContain("    at ");
});

const impossible: [name: string, env: (port: number) => Record<string, string>, sentence: RegExp][] = [
  ["port taken", (port) => ({ PORT: `${port}` }), /Port \d+ on 127\.0\.0\.1 is taken.+choose another port/],
  ["foreign host", () => ({ HOST: "203.0.113.7" }), /HOST=203\.0\.113\.7 is no address of this machine/],
  [
    "data folder under a file",
    () => ({ DATA_DIR: "package.json/data" }),
    /Can't write to the data folder .+ENOTDIR/,
  ],
  [
    "database unreachable",
    () => ({ DATABASE_URL: "postgresql://u:secret@127.0.0.1:1/x", NEXTAUTH_SECRET: "s".repeat(32) }),
    /Can't reach the database 127\.0\.0\.1:1\/x .+check DATABASE_URL/,
  ],
  [
    "KV store unreachable",
    () => ({ KV_REST_API_URL: "http://127.0.0.1:1", KV_REST_API_TOKEN: "secret" }),
    /Can't reach the KV store 127\.0\.0\.1:1 .+check KV_REST_API_URL/,
  ],
  [
    "Redis unreachable",
    () => ({ REDIS_URL: "redis://127.0.0.1:1" }),
    /Can't reach the KV store .+check REDIS_URL/,
  ],
];

for (const [name, env, sentence] of impossible) {
  test(`${name}: one sentence, no stack, exit 1`, async ({ start }) => {
    const other = await listenSomewhere();
    try {
      const server = start(env(other.port));
      expect(await server.exited).toMatchObject({ code: 1 });
      const said = server.output().trim();
      expect(said).toMatch(sentence);
      expect(said.split("\n")).toHaveLength(1);
      expect(said).not.toContain("secret");
    } finally {
      other.server.close();
    }
  });
}

test("a second start on the same data folder is refused and says what to do", async ({ start }) => {
  const first = start();
  const baseUrl = await first.ready;
  const second = start();
  expect(await second.exited).toMatchObject({ code: 1 });
  expect(second.output()).toContain(`in use by process ${first.child.pid} at ${baseUrl}`);
  expect(second.output()).toContain("DATA_DIR=");
  expect((await fetch(baseUrl)).status).toBe(200);
});

test("SIGTERM stops cleanly: exit 0, the lock is gone, the next start has the same data", async ({
  start,
  dataDir,
}) => {
  const first = start();
  const before = await demoOf(await first.ready, dataDir);
  expect(await first.stop("SIGTERM")).toBe(0);
  await expect(readFile(path.join(dataDir, "control.sock"))).rejects.toThrow("ENOENT");

  const second = start();
  const baseUrl = await second.ready;
  const after = await demoOf(baseUrl, dataDir);
  expect(after).toEqual({ ...before, baseUrl });
  expect(await configStatus(baseUrl, after.bots[0].token)).toBe(200);
  expect(await second.stop("SIGINT")).toBe(0);
});

test("told to stop, it says that it isn't ready and serves on for SHUTDOWN_DELAY", async ({ start }) => {
  const server = start({ SHUTDOWN_DELAY: "15" });
  const baseUrl = await server.ready;
  const health = async (part: string) => {
    const response = await fetch(`${baseUrl}/api/health/${part}`);
    return [response.status, (await response.json()).status];
  };
  expect([await health("live"), await health("ready")]).toEqual([
    [200, "live"],
    [200, "ready"],
  ]);
  // The first look at a page takes longest; the second comes while the delay lasts.
  expect((await fetch(`${baseUrl}/sign-in`)).status).toBe(200);
  server.child.kill("SIGTERM");
  await expect.poll(() => health("ready")).toEqual([503, "draining"]);
  expect(await health("live")).toEqual([200, "live"]);
  expect((await fetch(`${baseUrl}/sign-in`)).status).toBe(200);
  expect(await server.exited).toMatchObject({ code: 0 });
});

test("npm start stops with npm: a signal that only npm gets reaches the server", async ({
  start,
  dataDir,
}) => {
  // npm runs the script by a shell like this one, and a signal ends that shell alone.
  const shell = spawn("sh", ["-c", "node scripts/start.mjs; exit"], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  shell.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  await expect.poll(() => printed, { timeout: 300_000 }).toContain("Ctrl-C");
  shell.kill("SIGTERM");
  await expect.poll(() => printed, { timeout: 60_000 }).toContain("stopping");
  // The next start waits for the one that is stopping.
  expect((await fetch(await start().ready)).status).toBe(200);
});

test("npm run dev serves the widget's endpoints from the entry, as its source has them", async ({
  dataDir,
}) => {
  const dev = spawn(process.execPath, ["scripts/dev.mjs"], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  dev.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const ended = new Promise<number | null>((resolve) => dev.once("close", resolve));
  try {
    await expect.poll(() => printed, { timeout: 300_000 }).toContain("Ctrl-C");
    const { baseUrl, bots } = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
    const [{ token }] = bots;
    expect(await configStatus(baseUrl, token)).toBe(200);
    const asked = await fetch(`${baseUrl}/api/widget/message`, {
      method: "POST",
      body: JSON.stringify({ token, message: "運費多少？" }),
    });
    expect(asked.headers.get("access-control-allow-origin")).toBe("*");
    expect(await asked.json()).toMatchObject({ success: true, answered: true });
    // Next names what it compiles and answers.
    expect(printed).not.toContain("/api/widget");
  } finally {
    dev.kill("SIGTERM");
  }
  expect(await ended).toBe(0);
});

test("killed outright, it starts again with everything it had acknowledged", async ({ start, dataDir }) => {
  const first = start();
  const baseUrl = await first.ready;
  const { bots } = await demoOf(baseUrl, dataDir);
  expect(await ping(baseUrl, bots[0].token)).toBe(200);
  await first.stop("SIGKILL");

  const second = start();
  const again = await second.ready;
  expect(await configStatus(again, bots[0].token)).toBe(200);
  expect(await configStatus(again, "0".repeat(32))).toBe(404);
});

firstStartTest(
  "killed while it starts for the first time, the next start finishes the work",
  async ({ start, dataDir }) => {
    // The lock alone, a database half unpacked, one that is being migrated or filled.
    for (const files of [1, 100, 900]) {
      const cut = start();
      // A folder may go away while it is read: a half unpacked database is.
      const count = async () => (await readdir(dataDir, { recursive: true }).catch(() => [])).length;
      await expect.poll(count, { timeout: 60_000, intervals: [10] }).toBeGreaterThanOrEqual(files);
      await cut.stop("SIGKILL");
    }
    const server = start();
    const baseUrl = await server.ready;
    const { bots } = await demoOf(baseUrl, dataDir);
    expect(await configStatus(baseUrl, bots[0].token)).toBe(200);
  },
);

firstStartTest(
  "the demo's passwords are shown by the start that makes it, and by no other",
  async ({ start, dataDir }) => {
    const first = start();
    const { owner } = await demoOf(await first.ready, dataDir);
    await expect.poll(first.output).toContain(owner.password);
    await first.stop();
    const second = start();
    await second.ready;
    await expect.poll(second.output).toContain(path.join(dataDir, "demo.json"));
    await second.stop();
    expect(second.output()).not.toContain(owner.password);
  },
);

firstStartTest("a public BASE_URL gets no demo unless it is asked for", async ({ start, dataDir }) => {
  const file = path.join(dataDir, "demo.json");
  const open = start({ BASE_URL: "https://chat.example.com" });
  await open.ready;
  await expect.poll(open.output).toContain("SEED_DEMO=1 makes one");
  await open.stop();
  await expect(readFile(file)).rejects.toThrow("ENOENT");

  await start({ BASE_URL: "https://chat.example.com", SEED_DEMO: "1" }).ready;
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test("a data folder that others could read is closed to them, down to its files", async ({
  start,
  dataDir,
}) => {
  const first = start();
  await first.ready;
  await first.stop();
  await promisify(execFile)("chmod", ["-R", "go+rwX", dataDir]);
  const second = start();
  await second.ready;
  await expect.poll(second.output).toContain("closed to them now");
  const { stdout } = await promisify(execFile)("find", [dataDir, "-perm", "/077"]);
  expect(stdout).toBe("");
});

firstStartTest("SEED_DEMO=0 starts without the demo", async ({ start, dataDir }) => {
  const server = start({ SEED_DEMO: "0" });
  expect((await fetch(await server.ready)).status).toBe(200);
  await expect(readFile(path.join(dataDir, "demo.json"))).rejects.toThrow("ENOENT");
  expect(server.output()).not.toContain("Demo sign-ins");
});

test("user:reset gives a link from the running instance, and from its data while it is stopped", async ({
  start,
  dataDir,
}) => {
  const server = start();
  const baseUrl = await server.ready;
  const { owner } = await demoOf(baseUrl, dataDir);
  const running = await userReset(owner.email, { DATA_DIR: dataDir });
  expect(running).toMatchObject({ code: 0 });
  const link = /http\S+\/reset\/\S+/.exec(running.output)?.[0] ?? "";
  expect(link).toContain(`${baseUrl}/reset/`);

  expect(await userReset("nobody@example.com", { DATA_DIR: dataDir })).toMatchObject({
    code: 1,
    output: expect.stringContaining("No account has the address nobody@example.com"),
  });

  await server.stop();
  const stopped = await userReset(owner.email, { DATA_DIR: dataDir, BASE_URL: "https://chat.example.com" });
  expect(stopped).toMatchObject({
    code: 0,
    output: expect.stringContaining("https://chat.example.com/reset/"),
  });
});

test("a host that others reach is warned about without https", async ({ start }) => {
  const open = start({ HOST: "0.0.0.0" });
  expect(await open.ready).toMatch(/^http:\/\/localhost:\d+$/);
  await expect.poll(open.output).toContain("BASE_URL is not an https address");
});

async function demoOf(baseUrl: string, dataDir: string) {
  const demo = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  expect(demo.baseUrl).toBe(baseUrl);
  return demo;
}

async function configStatus(baseUrl: string, token: string): Promise<number> {
  return (await fetch(`${baseUrl}/api/widget/config?token=${token}`)).status;
}

async function ping(baseUrl: string, token: string): Promise<number> {
  return (await fetch(`${baseUrl}/api/widget/ping`, { method: "POST", body: JSON.stringify({ token }) }))
    .status;
}

function userReset(email: string, env: Record<string, string>): Promise<{ code: number; output: string }> {
  return runScript("user-reset", [email], env);
}

async function listenSomewhere(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { server, port: address !== null && typeof address === "object" ? address.port : 0 };
}
