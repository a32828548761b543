import type { Screen } from "./screen";
import type { Viewer } from "./stage";

/** The desk, in every state that looks different. */
export const chatScreens: readonly Screen[] = [
  ...chats("chats", "owner"),
  ...chats("chats-open", "owner", ({ chat }) => chat),
  ...chats("chats-of-agent", "agent", ({ chat }) => chat),
  ...chats("chats-empty", "newcomer"),
  ...chats(
    "chats-filtered",
    "owner",
    () => "/chats?view=waiting",
    (page, words) => page.getByRole("button", { name: words.chats.filters.title(0) }).click(),
  ),
  ...chats("chats-none-of-view", "owner", () => "/chats?view=closed&from=2001-01-01&to=2001-01-02"),
  ...chats(
    "chats-keys",
    "owner",
    () => "/chats",
    async (page, words) => {
      await page.getByRole("button", { name: words.chats.list.menu }).click();
      await page.getByRole("button", { name: words.chats.keys.title }).click();
      await page.getByRole("dialog").waitFor();
    },
  ),
  ...chats(
    "chats-delete",
    "owner",
    ({ chat }) => chat,
    async (page, words) => {
      const button = page.getByRole("button", { name: words.chats.file.delete });
      if (!(await button.isVisible())) await page.locator("summary:visible").first().click();
      await button.click();
      await page.getByRole("dialog").waitFor();
    },
  ),
  ...chats("chats-snoozed", "owner", () => "/chats?view=snoozed"),
  ...chats(
    "chats-snooze",
    "owner",
    ({ chat }) => chat,
    async (page) => {
      await page.keyboard.press("z");
      await page.getByRole("dialog").waitFor();
    },
  ),
  ...chats(
    "chats-hit",
    "owner",
    ({ chat }) => `${chat}?q=%E7%9C%9F%E4%BA%BA`,
    (page) => page.locator("[data-turn][aria-current]").waitFor(),
  ),
  ...chats(
    "chats-not-found",
    "owner",
    () => "/chats",
    async (page) => {
      await page.getByRole("searchbox").fill("xyzzy");
      await page.getByRole("main").getByText("xyzzy").waitFor();
    },
  ),
  ...leads("leads", "owner"),
  ...leads("leads-none", "owner", "/leads?q=xyzzy&state=closed&from=2026-01-01"),
  ...leads("leads-empty", "newcomer"),
];

function leads(name: string, viewer: Viewer, path = "/leads"): Screen[] {
  return [{ name, file: "app/(dashboard)/leads/page.tsx", viewer, path: () => path }];
}

function chats(
  name: string,
  viewer: Viewer,
  path: Screen["path"] = () => "/chats",
  act?: Screen["act"],
): Screen[] {
  const settled: Screen["act"] = async (page, words, stage) => {
    await page.locator("[role=status]").filter({ hasText: words.chats.live.live }).first().waitFor();
    await act?.(page, words, stage);
    await page.waitForFunction(() => !document.querySelector(".animate-pulse-soft"));
  };
  // The screen fills the window by itself.
  const file = "app/(dashboard)/chats/[[...chat]]/page.tsx";
  return [{ name, file, viewer, path, act: settled, isOverlay: true }];
}
