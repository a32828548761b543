import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { expect, test } from "../support/fixtures";

/** A sentence of each part of the catalogs, which no other page's code holds. */
const wordsOf = {
  "zh-TW": {
    core: "現在沒有網路，所以沒有完成",
    dashboard: "還沒有背景工作",
    bots: "回答下面附上引用的原文",
  },
  en: {
    core: "Nothing is lost: press again when you’re back",
    dashboard: "No background jobs yet",
    bots: "Below an answer, the text it quotes",
  },
};

for (const [lang, other] of [
  ["zh-TW", "en"],
  ["en", "zh-TW"],
] as const) {
  test(`in ${lang} the browser gets the words of ${lang}, the dashboard's in the dashboard only, and those of bots on their pages only`, async ({
    app,
    newPage,
    pageAs,
  }) => {
    const visitor = await newPage({ locale: lang });
    for (const path of ["/sign-up", "/sign-in"]) {
      const scripts = await scriptsOf(visitor, path, wordsOf[lang].core);
      expect(scripts.includes(wordsOf[other].core)).toBe(false);
      for (const { dashboard, bots } of Object.values(wordsOf))
        for (const words of [dashboard, bots]) expect(scripts.includes(words)).toBe(false);
    }
    const owner = await pageAs("owner");
    await owner.context().addCookies([{ name: "locale", value: lang, url: app.baseUrl }]);
    for (const path of ["/bots", "/bots/new", "/chats", "/leads", "/team", "/account"]) {
      const isOfBots = path.startsWith("/bots");
      const scripts = await scriptsOf(owner, path, wordsOf[lang][isOfBots ? "bots" : "dashboard"]);
      expect([path, scripts.includes(wordsOf[lang].bots)]).toEqual([path, isOfBots]);
      await expect(owner.locator("html")).toHaveAttribute("lang", lang);
      for (const words of Object.values(wordsOf[other])) expect(scripts.includes(words)).toBe(false);
    }
  });
}

/** All scripts that the browser loads for a page, one after the other, once these words have come. */
async function scriptsOf(page: Page, path: string, words: string): Promise<string> {
  const scripts = new Map<string, Buffer>();
  const reading: Promise<unknown>[] = [];
  const note = (response: Response) => {
    if (response.request().resourceType() !== "script") return;
    reading.push(response.body().then((script) => scripts.set(response.url(), script)));
  };
  // What the page before still asks for is no script of this one.
  await page.goto("about:blank");
  page.on("response", note);
  await page.goto(path);
  const read = () => Buffer.concat([...scripts.values()]).toString("utf8");
  await expect.poll(() => read().includes(words)).toBe(true);
  page.off("response", note);
  await Promise.all(reading);
  const gzip = [...scripts.values()].reduce((sum, script) => sum + gzipSync(script).length, 0);
  test.info().annotations.push({ type: "gzip", description: `${path}: ${gzip} bytes of script` });
  return read();
}
