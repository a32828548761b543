import { fileURLToPath } from "node:url";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { buildWidget } from "../../scripts/build/build-widget.mjs";
import { type Bot, startApi } from "../hosts/api.mjs";
import { startHosts } from "../hosts/server.mjs";

type Api = Awaited<ReturnType<typeof startApi>>;

interface Widget {
  host: Locator;
  launcher: Locator;
  panel: Locator;
  log: Locator;
  input: Locator;
  /** Every bubble, the welcome included. */
  bubbles: Locator;
  open(): Promise<void>;
  /** Opens, and waits until what happens inside is kept from the page (loads once the panel is painted). */
  openKept(): Promise<void>;
  /** Opens the menu and takes the item of that name. */
  choose(name: string): Promise<void>;
  ask(text: string): Promise<void>;
}

interface Fixtures {
  /** A bot of the fixture server. */
  bot: Bot;
  /** Where the snippet points: the fixture server, or with DAWEN_APP_URL and DAWEN_WIDGET_TOKEN a running app. */
  app: { origin: string; token: string };
  /** The address of a host page with the bot's snippet. */
  address(name?: string, data?: Record<string, string>): string;
  visit(name?: string, data?: Record<string, string>): Promise<Widget>;
  /** Uncaught errors, our warnings and violations of the page's policy; the test fails on any it did not expect. */
  faults: string[];
  /** How many of them the test provokes. */
  expectedWarnings: number | "some";
}

interface WorkerFixtures {
  api: Api;
  hosts: Awaited<ReturnType<typeof startHosts>>;
}

/** Tests of the widget on customers' pages, against a server that speaks the contract and misbehaves on demand. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  api: [
    async ({ browserName: _ }, use) => {
      await buildWidget({ root: fileURLToPath(new URL("../..", import.meta.url)) });
      const api = await startApi();
      await use(api);
      await api.close();
    },
    { scope: "worker" },
  ],
  hosts: [
    async ({ browserName: _ }, use) => {
      const hosts = await startHosts();
      await use(hosts);
      await hosts.close();
    },
    { scope: "worker" },
  ],
  bot: async ({ api }, use) => {
    await use(api.addBot());
  },
  expectedWarnings: [0, { option: true }],
  faults: [
    async ({ page, expectedWarnings }, use) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(`${error}`));
      page.on("console", (message) => {
        if (/Content Security Policy|\[dawen\]/.test(message.text())) faults.push(message.text());
      });
      await use(faults);
      if (expectedWarnings === "some") return expect(faults).not.toEqual([]);
      // What the page says last may still be on its way here.
      await expect.poll(() => faults.length, faults.join("\n")).toBeGreaterThanOrEqual(expectedWarnings);
      expect(faults, faults.join("\n")).toHaveLength(expectedWarnings);
    },
    { auto: true },
  ],
  app: async ({ api, bot }, use) => {
    await use({ origin: api.origin, token: bot.token });
  },
  address: async ({ app, hosts }, use) => {
    await use((name = "plain", data = {}) => {
      const query = new URLSearchParams({ app: app.origin, token: app.token, ...data });
      return `${hosts.origin}/${name}?${query}`;
    });
  },
  visit: async ({ page, address }, use) => {
    await use(async (name, data) => {
      await page.goto(address(name, data));
      return widgetOn(page);
    });
  },
});

export { expect };

/** The app that runs at DAWEN_APP_URL, or undefined: then the fixture server answers. */
export const runningApp = process.env.DAWEN_APP_URL
  ? { origin: process.env.DAWEN_APP_URL, token: process.env.DAWEN_WIDGET_TOKEN ?? "" }
  : undefined;

export function widgetOn(page: Pick<Page, "locator">): Widget {
  const host = page.locator("dawen-widget");
  const launcher = host.locator(".launcher");
  const panel = host.getByRole("dialog");
  const input = panel.getByRole("textbox");
  return {
    host,
    launcher,
    panel,
    input,
    log: panel.getByRole("log"),
    bubbles: panel.locator(".turn:not(.typing) > .bubble:visible"),
    async open() {
      await launcher.click();
      await expect(panel).toBeVisible();
    },
    async openKept() {
      await this.open();
      await expect.poll(() => input.evaluate(reachesPage)).toBe(false);
    },
    async choose(name) {
      await panel.locator("summary").click();
      await panel.locator("details").getByRole("button", { name }).click();
    },
    async ask(text) {
      await input.fill(text);
      await input.press("Enter");
    },
  };
}

/** Whether the page learns of an event in there. */
function reachesPage(input: Element): boolean {
  let isSeen = false;
  const see = () => {
    isSeen = true;
  };
  document.addEventListener("dragstart", see);
  input.dispatchEvent(new Event("dragstart", { bubbles: true, composed: true }));
  document.removeEventListener("dragstart", see);
  return isSeen;
}
