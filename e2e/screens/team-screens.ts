import type { Screen } from "./screen";
import { submit } from "./submit";

/** The team's pages, in every state that looks different. */
export const teamScreens: readonly Screen[] = [
  { name: "team", file: "app/(dashboard)/team/page.tsx", viewer: "owner", path: () => "/team" },
  {
    name: "blocked",
    file: "app/(dashboard)/team/blocked/page.tsx",
    viewer: "owner",
    path: () => "/team/blocked",
  },
  {
    name: "replies",
    file: "app/(dashboard)/team/replies/page.tsx",
    viewer: "newcomer",
    path: () => "/team/replies",
    act: async (page, words) => {
      await page.getByRole("button", { name: words.replies.add }).first().click();
      await page.locator("input[name=name]").waitFor();
    },
  },
  { name: "keys", file: "app/(dashboard)/team/keys/page.tsx", viewer: "newcomer", path: () => "/team/keys" },
  {
    name: "key-made",
    file: "app/(dashboard)/team/keys/page.tsx",
    viewer: "keeper",
    path: () => "/team/keys",
    act: async (page, words) => {
      await page.locator("input[name=name]").fill("官網文件同步");
      await page.getByRole("checkbox", { name: words.keys.scopes["knowledge:write"].label }).check();
      await submit(page, words.keys.make.submit);
      await page.getByRole("main").getByRole("alert").waitFor();
    },
  },
  { name: "usage", file: "app/(dashboard)/team/usage/page.tsx", viewer: "owner", path: () => "/team/usage" },
  {
    name: "jobs-none",
    file: "app/(dashboard)/team/jobs/page.tsx",
    viewer: "newcomer",
    path: () => "/team/jobs",
  },
  {
    name: "jobs-of-agent",
    file: "app/(dashboard)/team/jobs/page.tsx",
    viewer: "agent",
    path: () => "/team/jobs",
    status: 403,
  },
  { name: "team-of-agent", file: "app/(dashboard)/team/page.tsx", viewer: "agent", path: () => "/team" },
  { name: "team-invited", file: "app/(dashboard)/team/page.tsx", viewer: "keeper", path: () => "/team" },
  {
    name: "team-invite-made",
    file: "app/(dashboard)/team/page.tsx",
    viewer: "newcomer",
    path: () => "/team",
    act: async (page, words) => {
      await page.locator("input[name=email]").fill("friend@screens.example.com");
      await submit(page, words.team.invite.submit);
      await page.getByRole("main").getByRole("alert").waitFor();
    },
  },
  {
    name: "team-files-tested",
    file: "app/(dashboard)/team/page.tsx",
    viewer: "newcomer",
    path: () => "/team",
    act: async (page, words) => {
      await submit(page, words.team.connections.testFiles);
      await page.getByRole("link", { name: words.team.connections.openFile }).waitFor();
    },
  },
  {
    name: "team-remove",
    file: "app/(dashboard)/team/page.tsx",
    viewer: "owner",
    path: () => "/team",
    isOverlay: true,
    act: async (page, words) => {
      const row = page.getByRole("main").getByRole("row", { name: "agent@demo.example.com" });
      await row.locator("button[popovertarget]").click();
      // By keyboard: a click that is tried again scrolls the page first, and a menu follows a frame later.
      await page
        .getByRole("button", { name: words.team.remove.submit })
        .locator("visible=true")
        .press("Enter");
      await page.getByRole("dialog").waitFor();
    },
  },
];
