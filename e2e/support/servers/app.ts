import { z } from "zod";

const signIn = z.object({ email: z.string(), password: z.string() });

const bot = z.object({ name: z.string(), token: z.string(), enabled: z.boolean(), team: z.string() });

const app = z.object({
  baseUrl: z.string(),
  dataDir: z.string(),
  /** A data folder as a first start with the demo leaves it; null where none was kept. */
  template: z.string().nullable().default(null),
  demo: z.object({
    baseUrl: z.string(),
    owner: signIn,
    editor: signIn,
    agent: signIn,
    other: signIn,
    /** The shop's bot, the other team's, the paused one. */
    bots: z.tuple([bot, bot, bot]),
  }),
});

/** The app under test, as e2e/support/servers/start-app.ts started it: its address and what demo.json records. */
export type App = z.output<typeof app>;
export type Role = "owner" | "editor" | "agent" | "other";

export const appVariable = "DAWEN_E2E_APP";

export function parseApp(value: unknown): App {
  return app.parse(value);
}

/** In a worker: the app that the global setup started. */
export function readApp(): App {
  return parseApp(JSON.parse(process.env[appVariable] ?? "null"));
}
