import { expect, it } from "vitest";
import { createEmbeddedKv } from "@/lib/kv/transports/embedded-kv";
import { paceByStore } from "./pace";

it("gives one turn after the other to all who ask for a host", async () => {
  const kv = createEmbeddedKv();
  const { signal } = new AbortController();
  const turns: number[] = [];
  const ask = async (host: string) => {
    await paceByStore(kv, host, 60, signal);
    turns.push(performance.now());
  };
  await Promise.all([ask("a.test"), ask("a.test"), ask("a.test"), ask("a.test")]);
  const gaps = turns.slice(1).map((at, index) => at - (turns[index] ?? 0));
  // The store counts whole milliseconds.
  expect(Math.min(...gaps)).toBeGreaterThan(57);
  await paceByStore(kv, "b.test", 3_600_000, signal);
  const leaves = new AbortController();
  const waits = paceByStore(kv, "b.test", 3_600_000, leaves.signal);
  leaves.abort(new Error("stopped"));
  await expect(waits).rejects.toThrow();
  await kv.close();
});
