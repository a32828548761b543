import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type App, type Role, readApp } from "./app";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

type Fixtures = {
  /** What pages wrote to the console as errors, or threw; the test fails at its end if any is left. */
  faults: Faults;
  /** A page of its own browser context, signed in as one of the demo's people. */
  pageAs: (role: Role) => Promise<Page>;
};

type WorkerFixtures = {
  app: App;
  signedIn: (role: Role) => Promise<StorageState>;
};

/** Tests against the running app; `page` opens paths of it. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  app: [
    async ({ browserName: _ }, use) => {
      await use(readApp());
    },
    { scope: "worker" },
  ],
  signedIn: [
    async ({ app, browser }, use) => {
      const states = new Map<Role, Promise<StorageState>>();
      await use((role) => {
        const state = states.get(role) ?? signIn(browser, app, role);
        states.set(role, state);
        return state;
      });
    },
    { scope: "worker" },
  ],
  baseURL: async ({ app }, use) => {
    await use(app.baseUrl);
  },
  faults: [
    async ({ context }, use) => {
      const faults = new Faults();
      faults.watch(context);
      await use(faults);
      expect(faults.unexpected()).toEqual([]);
    },
    { auto: true },
  ],
  pageAs: async ({ browser, contextOptions, signedIn, faults, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role) => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL,
        storageState: await signedIn(role),
      });
      contexts.push(context);
      faults.watch(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

class Faults {
  readonly #seen: string[] = [];
  readonly #expected: RegExp[] = [];

  watch(context: BrowserContext): void {
    context.on("weberror", (error) => this.#seen.push(String(error.error())));
    context.on("console", (message) => {
      if (message.type() === "error") this.#seen.push(message.text());
    });
  }

  /** Says that this test makes errors of this kind on purpose, such as `/status of 404/`. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  unexpected(): string[] {
    return this.#seen.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
  }
}

/** Through the real form, once a role and worker. */
async function signIn(browser: Browser, app: App, role: Role): Promise<StorageState> {
  const context = await browser.newContext({ baseURL: app.baseUrl });
  try {
    const page = await context.newPage();
    const { email, password } = app.demo[role];
    await page.goto("/sign-in");
    await page.locator("input[name=email]").fill(email);
    await page.locator("input[name=password]").fill(password);
    await page.locator("input[name=password]").press("Enter");
    await page.waitForURL((url) => url.pathname !== "/sign-in");
    return await context.storageState();
  } finally {
    await context.close();
  }
}
