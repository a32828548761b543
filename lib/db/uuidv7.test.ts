import { describe, expect, it } from "vitest";
import { uuidv7, uuidv7Ms, withUuidv7Ms } from "./uuidv7";

describe("uuidv7", () => {
  it("has the version, the variant and the time of RFC 9562", () => {
    for (let i = 0; i < 2_000; i++) {
      const id = uuidv7(1_645_557_742_000 + i);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(uuidv7Ms(id)).toBe(1_645_557_742_000 + i);
    }
  });

  it("never repeats within a millisecond", () => {
    const ids = new Set(Array.from({ length: 20_000 }, () => uuidv7(1)));
    expect(ids.size).toBe(20_000);
  });

  it("sorts as it was made within a millisecond, which is not the first it made", () => {
    for (const ms of [7, 8, 7]) {
      const ids = Array.from({ length: 2_000 }, () => uuidv7(ms));
      expect([...ids].sort()).toEqual(ids);
    }
  });

  it("moves to another millisecond and keeps its random bits", () => {
    const id = uuidv7(1);
    expect(uuidv7Ms(withUuidv7Ms(id, 1_700_000_000_123))).toBe(1_700_000_000_123);
    expect(withUuidv7Ms(withUuidv7Ms(id, 99), 1)).toBe(id);
  });

  it("sorts by time as text", () => {
    const ids = [5, 255, 256, 2 ** 32, 2 ** 40].map((ms) => uuidv7(ms));
    expect([...ids].sort()).toEqual(ids);
  });
});
