import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDb, type TestDb } from "@/test/fixtures/test-db";

/** What the upkeep deletes rows of by themselves, once they are past their time. */
const purged = [
  ...["bots", "conversations", "documents", "document_versions", "sources", "visitors", "sightings"],
  ...[
    "sessions",
    "password_resets",
    "invites",
    "api_keys",
    "jobs",
    "outbox",
    "files",
    "file_leftovers",
    "quarter_counts",
  ],
];

/** What stays as long as the installation, or as its team and people; each says why. */
const stays: Record<string, string> = {
  users: "who signs in; an account has no end yet",
  user_pictures: "until its member takes it away, or with the account",
  partners: "a row a partner, which teams and reports name",
  teams: "an account's end has to come first",
  audit_log: "who did what is asked for years later; it holds no visitors' words",
  month_usage: "sums without names, which outlive the chats they were made of",
  plan_notices: "two small rows a month at most, which say that owners were told",
  checkpoints: "a row a job",
  widget_files: "pages go on loading the scripts of earlier builds; one row a build's file",
  memberships: "until somebody leaves the team",
  canned_replies: "the team's own words, which it deletes by hand",
};

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.close());

it("every table ends: by the upkeep, with a row that it belongs to, or for a reason not at all", async () => {
  const tables = (
    await test.db.$queryRaw<{ name: string }[]>`
      SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'`
  ).map(({ name }) => name);
  const owners = await test.db.$queryRaw<{ child: string; parent: string }[]>`
    SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent
    FROM pg_constraint WHERE contype = 'f' AND confdeltype = 'c' AND connamespace = 'public'::regnamespace`;
  const named = new Set([...purged, ...Object.keys(stays)]);
  const ends = (table: string): boolean =>
    purged.includes(table) ||
    owners.some(({ child, parent }) => child === table && parent !== table && ends(parent));
  expect(tables.length).toBeGreaterThan(20);
  expect(tables.filter((table) => !ends(table) && !Object.hasOwn(stays, table))).toEqual([]);
  expect([...named].filter((table) => !tables.includes(table))).toEqual([]);
});
