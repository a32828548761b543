import { execFile, spawn } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { sitePaths } from "@/lib/paths";
import { runScript } from "../support/servers/run-script";
import { expect, test } from "../support/servers/start-fixtures";

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
  const server = start({ SHUTDOWN_DELAY: "15", SEED_DEMO: "0" });
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

test("killed while it starts for the first time, the next start finishes the work", async ({
  start,
  dataDir,
}) => {
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
});

test("the demo's passwords are shown by the start that makes it, and by no other", async ({
  start,
  dataDir,
}) => {
  const first = start();
  const { owner } = await demoOf(await first.ready, dataDir);
  await expect.poll(first.output).toContain(owner.password);
  await first.stop();
  const second = start();
  await second.ready;
  await expect.poll(second.output).toContain(path.join(dataDir, "demo.json"));
  await second.stop();
  expect(second.output()).not.toContain(owner.password);
});

test("a public BASE_URL gets no demo unless it is asked for", async ({ start, dataDir }) => {
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

test("SEED_DEMO=0 starts without the demo", async ({ start, dataDir }) => {
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
  const open = start({ HOST: "0.0.0.0", SEED_DEMO: "0" });
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

test("SITE=0 leaves signing in, and search engines away", async ({ start }) => {
  const server = start({ SITE: "0" });
  const baseUrl = await server.ready;
  const get = (path: string) => fetch(baseUrl + path, { redirect: "manual" });
  const home = await get("/");
  expect([home.status, home.headers.get("location")]).toEqual([307, "/sign-in"]);
  for (const path of sitePaths
    .filter((path) => path !== "/")
    .flatMap((path) => [path, `/en${path}`, `/zh-TW${path}`]))
    expect((await get(path)).status, path).toBe(404);
  for (const address of ["/en", "/zh-TW"])
    expect((await get(address)).headers.get("location"), address).toBe("/sign-in");
  const signIn = await get("/sign-in");
  expect(signIn.status).toBe(200);
  // No link leads to what isn't there.
  const links = [...(await signIn.text()).matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href);
  expect(links.filter((href) => sitePaths.some((path) => path !== "/" && href === path))).toEqual([]);
  expect(await (await get("/robots.txt")).text()).toMatch(/^Disallow: \/$/m);
  const sitemap = await (await get("/sitemap.xml")).text();
  expect(
    [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => url.slice(baseUrl.length)),
  ).toEqual(["/demo", "/sign-in", "/sign-up"]);
});

test("the first page does without a bot, has one of its own without the demo, and the same one after another start", async ({
  start,
}) => {
  const tokenAt = async (baseUrl: string) => {
    const html = await (await fetch(`${baseUrl}/en`)).text();
    expect(html).toContain("Your documents answer.");
    const token = /<script src="\/widget\.js" data-token="([0-9a-f]{32})"/.exec(html)?.[1];
    expect(html.includes('href="#ask"')).toBe(token !== undefined);
    return token;
  };
  const without = start({ SEED_DEMO: "0", SITE_BOT: "0" });
  expect(await tokenAt(await without.ready)).toBeUndefined();
  await without.stop();
  const first = start({ SEED_DEMO: "0", SITE_BOT: "1" });
  const token = await tokenAt(await first.ready);
  expect(token).toBeDefined();
  await first.stop();
  const second = start({ SEED_DEMO: "0", SITE_BOT: "1" });
  const baseUrl = await second.ready;
  expect(await tokenAt(baseUrl)).toBe(token);
  const config = await (await fetch(`${baseUrl}/api/widget/config?token=${token}`)).json();
  expect(config.config).toMatchObject({ bot_name: "Dawen", person: false, retention_days: 30 });
});

test("privacy, terms, prices and partners say who runs the server, and what model it asks", async ({
  start,
}) => {
  const server = start({
    SEED_DEMO: "0",
    SIGNUP: "invite",
    OPERATOR_NAME: "霧腳茶行 <資訊組>",
    OPERATOR_CONTACT: "help@example.com",
    OPENAI_API_KEY: "none",
    OPENAI_BASE_URL: "http://127.0.0.1:1/v1",
    LIMIT_BOT_PER_MINUTE: "",
    LIMIT_BOT_PER_DAY: "500",
    LIMIT_NEW_CHATS_PER_HOUR: "0",
  });
  const baseUrl = await server.ready;
  const read = async (path: string) => (await fetch(baseUrl + path)).text();
  const privacy = await read("/zh-TW/privacy");
  expect(privacy).toContain("由霧腳茶行 &lt;資訊組&gt;經營");
  expect(privacy).toContain('href="mailto:help@example.com"');
  expect(privacy).toContain("接了語言模型（127.0.0.1:1）");
  expect(await read("/en/terms")).toContain("between you and 霧腳茶行 &lt;資訊組&gt;");
  const pricing = await read("/en/pricing");
  expect(pricing).toContain("uses a language model (127.0.0.1:1)");
  expect(pricing).toContain("This server is run by 霧腳茶行 &lt;資訊組&gt;");
  const most = (variable: string) =>
    new RegExp(`>${variable}</code></span></th><td[^>]*>([^<]*)<`).exec(pricing)?.[1];
  expect(most("LIMIT_BOT_PER_MINUTE")).toBe("300 a minute");
  expect(most("LIMIT_BOT_PER_DAY")).toBe("500 a day");
  expect(most("LIMIT_NEW_CHATS_PER_HOUR")).toBe("no limit");
  expect(await read("/en/partners")).toContain('href="mailto:help@example.com"');
  // What this server doesn't have is not offered.
  for (const path of ["/", "/features"]) expect(await read(path)).not.toMatch(/href="\/(sign-up|demo)"/);
});

test("without a demo and an account the commands for developers say where the token goes", async ({
  start,
}) => {
  const server = start({ SEED_DEMO: "0", LIMIT_BOT_PER_DAY: "0" });
  const baseUrl = await server.ready;
  const page = await (await fetch(`${baseUrl}/zh-TW/developers`)).text();
  expect(page).toContain(`curl &#x27;${baseUrl}/api/widget/config?token=TOKEN&#x27;`);
  expect(page).toContain("沒有上限");
});
