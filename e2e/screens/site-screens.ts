import type { Screen } from "./screen";

/** Those of the public site. */
export const siteScreens: readonly Screen[] = [
  { name: "home", file: "app/(site)/page.tsx", viewer: "nobody", path: () => "/" },
  { name: "home-signed-in", file: "app/(site)/page.tsx", viewer: "owner", path: () => "/" },
  {
    name: "home-menu",
    file: "app/(site)/page.tsx",
    viewer: "nobody",
    path: () => "/",
    isOverlay: true,
    actWidth: 390,
    act: (page, words) => page.getByRole("button", { name: words.site.openMenu }).click(),
  },
  ...["features", "how-it-works", "pricing", "partners", "tools", "developers", "privacy", "terms"].map(
    (name): Screen => ({
      name,
      file: `app/(site)/${name}/page.tsx`,
      viewer: "nobody",
      path: () => `/${name}`,
    }),
  ),
  {
    name: "questions",
    file: "app/(site)/questions/page.tsx",
    viewer: "nobody",
    path: () => "/questions",
    act: (page) => page.getByRole("main").locator("summary").first().click(),
  },
  ...["characters", "wording", "contrast", "snippet", "answer"].map(
    (name): Screen => ({
      name: `tool-${name}`,
      file: `app/(site)/tools/${name}/page.tsx`,
      viewer: "nobody",
      path: () => `/tools/${name}`,
    }),
  ),
  {
    name: "developers-api",
    file: "app/(site)/developers/api/page.tsx",
    viewer: "nobody",
    path: () => "/developers/api",
  },
  {
    name: "developers-signed-in",
    file: "app/(site)/developers/page.tsx",
    viewer: "owner",
    path: () => "/developers",
  },
  {
    name: "tool-characters-long",
    file: "app/(site)/tools/characters/page.tsx",
    viewer: "nobody",
    path: () => "/tools/characters",
    act: (page) => page.locator("textarea").fill("字".repeat(301)),
  },
  {
    name: "tool-wording-done",
    file: "app/(site)/tools/wording/page.tsx",
    viewer: "nobody",
    path: () => "/tools/wording",
    act: async (page, words) => {
      await page.locator("textarea").fill("我们的软件默认支持视频，请用鼠标点击链接。");
      await page.getByRole("button", { name: words.tools.wording.submit }).click();
      await page.getByText(words.tools.wording.changes).waitFor();
    },
  },
  {
    name: "tool-answer-done",
    file: "app/(site)/tools/answer/page.tsx",
    viewer: "nobody",
    path: () => "/tools/answer",
    act: async (page, words) => {
      await page
        .locator("textarea")
        .fill("滿 1,200 元免運費，未滿收 80 元。\n\n收到商品隔天起 7 天內可以退貨。");
      await page.locator("input[name=question]").fill("運費多少？");
      await page.getByRole("button", { name: words.tools.answer.submit }).click();
      await page.getByText(words.tools.answer.quotes).waitFor();
    },
  },
  {
    name: "tool-answer-error",
    file: "app/(site)/tools/answer/page.tsx",
    viewer: "nobody",
    path: () => "/tools/answer",
    act: async (page, words) => {
      await page.locator("textarea").fill("滿 1,200 元免運費。");
      await page.getByRole("button", { name: words.tools.answer.submit }).click();
      await page.locator("[aria-invalid=true]").waitFor();
    },
  },
  {
    name: "tool-snippet-made",
    file: "app/(site)/tools/snippet/page.tsx",
    viewer: "nobody",
    path: () => "/tools/snippet",
    isOverlay: true,
    act: async (page, words) => {
      await page.getByRole("button", { name: words.tools.snippet.submit }).click();
      await page.locator("dawen-widget .launcher").waitFor();
    },
  },
];
