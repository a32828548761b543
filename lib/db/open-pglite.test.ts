import { describe, expect, it } from "vitest";
import { openPglite } from "./open-pglite";

describe("an embedded database", () => {
  it("lets other work in between the statements of a long row", async () => {
    const database = await openPglite();
    let turns = 0;
    let isOver = false;
    const other = () => {
      turns++;
      if (!isOver) setImmediate(other);
    };
    const statements = 500;
    await database.query("SELECT 1");
    const since = performance.now();
    setImmediate(other);
    for (let n = 0; n < statements; n++) await database.query("SELECT count(*) FROM generate_series(1, 100)");
    isOver = true;
    const lasted = performance.now() - since;
    // At least once in some slices of 5 ms each.
    expect(turns).toBeGreaterThan(lasted / 50);
    expect(turns).toBeGreaterThan(2);
    await database.close();
  });
});
