import { setImmediate } from "node:timers/promises";
import { PGlite, type PGliteOptions, types } from "@electric-sql/pglite";

/**
 * An embedded database in the folder, or in memory when none is given. Long bytes are sent to it as they are, and a
 * long row of statements lets other work in between.
 */
export async function openPglite(folder = "memory://", options: PGliteOptions = {}): Promise<PGlite> {
  return takingTurns(
    await PGlite.create(folder, { ...options, serializers: { [types.BYTEA]: toParameter } }),
  );
}

/** A request that comes meanwhile waits for so many milliseconds of statements. */
const sliceMs = 5;

/**
 * It answers within the turn of the event loop that asks: who awaits one statement after the other would keep the
 * process from all else until the last.
 */
function takingTurns(client: PGlite): PGlite {
  /** When this turn of the event loop began with statements; null before its first. */
  let since: number | null = null;
  const inTurn = async () => {
    if (since === null) {
      since = performance.now();
      void setImmediate().then(() => {
        since = null;
      });
    } else if (performance.now() - since > sliceMs) await setImmediate();
  };
  const query = client.query.bind(client);
  const transaction = client.transaction.bind(client);
  client.query = async <T>(...given: Parameters<PGlite["query"]>) => {
    await inTurn();
    return query<T>(...given);
  };
  client.transaction = async (work) => {
    await inTurn();
    return transaction(work);
  };
  return client;
}

/**
 * From here on bytes go as bytes: hexadecimal is written and measured digit by digit, a tenth of a second for a long
 * document.
 */
const longBytes = 4_096;

// The driver's types know text alone. What it is given as bytes it sends as such; within an array it can't.
function toParameter(bytes: Uint8Array): string;
function toParameter(bytes: Uint8Array): string | Uint8Array {
  return bytes.length >= longBytes ? bytes : `\\x${Buffer.from(bytes).toString("hex")}`;
}
