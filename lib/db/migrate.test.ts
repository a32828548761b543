import { describe, expect, it } from "vitest";
import { embeddedAdapter } from "./adapter";
import { createDb } from "./client";
import { applyMigrations, diffMigrations } from "./migrate";

describe("applyMigrations", () => {
  it("applies all once, records them, and is a no-op the second time", async () => {
    const adapter = await embeddedAdapter();
    const first = await applyMigrations(adapter, process.cwd());
    expect(first.length).toBeGreaterThan(0);
    expect(await applyMigrations(adapter, process.cwd())).toEqual([]);

    const db = createDb(adapter);
    const rows = await db.$queryRaw<{ migration_name: string; finished: boolean }[]>`
      SELECT migration_name, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY migration_name`;
    expect(rows).toEqual(first.map((migration_name) => ({ migration_name, finished: true })));
    await db.$disconnect();
    await adapter.close();
  });

  it("leaves nothing for a new migration: the schema file and the SQL agree", async () => {
    const adapter = await embeddedAdapter();
    expect(await diffMigrations(adapter, process.cwd())).toBe("");
    await adapter.close();
  });
});
