/**
 * The order of rooms, the highest floor first: a room imports what stands on the floors below it, and nothing of its
 * own floor or above. The import rules in biome.rooms.json are made of it (`npm run rooms`), and their test proves that
 * they bite.
 * A room is a folder of lib/ or a top folder; `base` is the files that lie in lib/ itself, but for `context`,
 * lib/context.ts.
 * @type {string[][]}
 */
export const floors = [
  ["app", "server"],
  ["components"],
  ["http"],
  ["session"],
  ["upkeep"],
  ["conversations"],
  ["answers"],
  ["knowledge"],
  ["bots"],
  ["teams"],
  ["accounts"],
  ["outbox", "connections"],
  ["jobs", "mail", "storage", "guard", "reading", "plans"],
  ["identity"],
  ["context"],
  ["model", "kv", "db"],
  ["language", "i18n", "forms", "bin", "contract"],
  ["base"],
];

export const topRooms = ["app", "server", "components"];

/** Those that know Next and React; the others run in a test without a server. */
export const nextRooms = [...topRooms, "http", "session"];

/** Top folders that no room imports: they start or try the app, or stand beside it. */
export const outside = ["scripts", "e2e", "bench", "test", "widget", "site"];
