import { sitePaths } from "@/lib/paths";
import { expect, firstStartTest, test } from "../support/servers/start-fixtures";

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

firstStartTest(
  "the first page does without a bot, has one of its own without the demo, and the same one after another start",
  async ({ start }) => {
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
  },
);

firstStartTest(
  "privacy, terms, prices and partners say who runs the server, and what model it asks",
  async ({ start }) => {
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
  },
);

firstStartTest(
  "without a demo and an account the commands for developers say where the token goes",
  async ({ start }) => {
    const server = start({ SEED_DEMO: "0", LIMIT_BOT_PER_DAY: "0" });
    const baseUrl = await server.ready;
    const page = await (await fetch(`${baseUrl}/zh-TW/developers`)).text();
    expect(page).toContain(`curl &#x27;${baseUrl}/api/widget/config?token=TOKEN&#x27;`);
    expect(page).toContain("沒有上限");
  },
);
