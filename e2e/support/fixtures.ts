import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { newClientAddress } from "./client-address";
import { newContext } from "./new-context";
import { type App, type Role, readApp } from "./servers/app";
import { createTeam, type Member, type Team } from "./team";
import { toCookies } from "./to-cookies";
import { waitForReact } from "./wait-for-react";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

type Fixtures = {
  newPage: (options: BrowserContextOptions) => Promise<Page>;
  /** What pages wrote to the console as errors, or threw; the test fails at its end if any is left. */
  faults: Faults;
  /** Where this test's visitor comes from: no other test meets its limits. */
  address: string;
  /** Sends JSON to a widget endpoint from this test's address. */
  post: (endpoint: string, body: object, headers?: Record<string, string>) => Promise<Response>;
  /** A team of this test's own, with a bot that knows nothing yet. */
  team: Team;
  /**
   * A page of its own browser context, signed in as one of the demo's people, for looking: what a test changes is its
   * own team's.
   */
  pageAs: (role: Role) => Promise<Page>;
  /** A page of its own browser context, signed in as a member of the test's own team. */
  pageOf: (member: Member) => Promise<Page>;
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
  address: async ({ browserName: _ }, use) => {
    await use(newClientAddress());
  },
  extraHTTPHeaders: async ({ address }, use) => {
    await use({ "x-forwarded-for": address });
  },
  post: async ({ app, address }, use) => {
    await use((endpoint, body, headers = {}) =>
      fetch(`${app.baseUrl}/api/widget/${endpoint}`, {
        method: "POST",
        headers: { "x-forwarded-for": address, ...headers },
        body: JSON.stringify(body),
      }),
    );
  },
  team: async ({ app }, use) => {
    await use(await createTeam(app.baseUrl));
  },
  faults: [
    async ({ context }, use) => {
      const faults = new Faults();
      faults.watch(context);
      waitForReact(context);
      await use(faults);
      expect(faults.unexpected()).toEqual([]);
    },
    { auto: true },
  ],
  newPage: async ({ browser, contextOptions, faults, baseURL, address }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await newContext(browser, {
        ...contextOptions,
        baseURL,
        extraHTTPHeaders: { "x-forwarded-for": address },
        ...options,
      });
      contexts.push(context);
      faults.watch(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  pageAs: async ({ newPage, signedIn }, use) => {
    await use(async (role) => newPage({ storageState: await signedIn(role) }));
  },
  pageOf: async ({ app, newPage }, use) => {
    await use(({ cookie }) =>
      newPage({ storageState: { origins: [], cookies: toCookies(cookie, app.baseUrl) } }),
    );
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
  const context = await newContext(browser, {
    baseURL: app.baseUrl,
    extraHTTPHeaders: { "x-forwarded-for": newClientAddress() },
  });
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
