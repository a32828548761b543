/**
 * The order of rooms, the highest floor first: a room imports what stands on the floors below it, and nothing of its own floor or
 * above. The import rules in biome.rooms.json are made of it (`npm run rooms`), and their test proves that they bite.
 * A room is a folder of lib/ or a top folder; `base` is the files that lie in lib/ itself, but for `context`, lib/context.ts.
 * `exceptions` are modules above a room that it may import all the same.
 * @type {{ room: string, exceptions?: string[] }[][]}
 */
export const floors = [
  [{ room: "app" }, { room: "server", exceptions: ["@/app/api/widget/*/route"] }],
  [{ room: "components" }],
  [{ room: "http" }],
  [{ room: "session" }],
  [{ room: "upkeep" }],
  [{ room: "conversations" }],
  [{ room: "answers" }],
  [{ room: "knowledge" }],
  [{ room: "bots" }],
  [{ room: "teams" }],
  [{ room: "accounts" }],
  [{ room: "outbox" }, { room: "connections" }],
  [{ room: "plans" }, { room: "jobs" }, { room: "mail" }, { room: "storage" }, { room: "guard" }],
  [{ room: "identity" }],
  [{ room: "context" }],
  [{ room: "model" }, { room: "kv" }, { room: "db" }],
  [{ room: "language" }, { room: "i18n" }, { room: "forms" }, { room: "bin" }, { room: "contract" }],
  [{ room: "base" }],
];

export const topRooms = ["app", "server", "components"];

/** Those that know Next and React; the others run in a test without a server. */
export const nextRooms = [...topRooms, "http", "session"];

/** Top folders that no room imports: they start or try the app, or stand beside it. */
export const outside = ["scripts", "e2e", "bench", "test", "widget"];
