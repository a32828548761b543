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
  const since = performance.now();
  await Promise.all([ask("a.test"), ask("a.test"), ask("a.test"), ask("a.test")]);
  expect(turns).toHaveLength(4);
  // A turn may be noticed late, never early; the store counts whole milliseconds.
  for (const [turn, at] of turns.entries()) expect(at - since).toBeGreaterThan(58 * turn - 1);
  await paceByStore(kv, "b.test", 3_600_000, signal);
  const leaves = new AbortController();
  const waits = paceByStore(kv, "b.test", 3_600_000, leaves.signal);
  leaves.abort(new Error("stopped"));
  await expect(waits).rejects.toThrow();
  await kv.close();
});
