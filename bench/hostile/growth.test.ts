import { describe, expect, it } from "vitest";
import { allCases, type HostileCase } from "./all-cases";
import { hostileStrings } from "./given/strings";
import { measureCpu } from "./measure-cpu";
import { measureGrowth } from "./measure-growth";

/** UTF-16 units, from few to many, so that work of the third power ends as well. */
const lengths = [1_000, 4_000, 16_000];
/** Milliseconds below which nobody looks any closer. */
const quick = 25;

describe("CPU grows no faster than n·log n", () => {
  it.each(allCases.map((hostile) => [hostile.of, hostile] as const))("%s", async (_of, hostile) => {
    const faults: string[] = [];
    for (const { name, make } of hostileStrings) {
      const fault = await findFault(hostile, make);
      if (fault) faults.push(`${name}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });
});

async function findFault({ run }: HostileCase, make: (length: number) => string): Promise<string | null> {
  for (const length of lengths) {
    if ((await measureCpu(run, make(length))) <= quick) continue;
    const { quarter, full, isFast } = await measureGrowth(run, make, length);
    if (isFast) return `${quarter.toFixed(1)} ms at ${length / 4}, ${full.toFixed(1)} ms at ${length}`;
  }
  return null;
}
