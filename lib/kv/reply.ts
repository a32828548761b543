/** A reply as RESP2 carries it; the Upstash protocol has the same shapes. */
export type KvReply = string | number | null | KvReply[];

/** What one command came to. `error` is the server's own text, e.g. `WRONGTYPE Operation against …`. */
export type KvOutcome = { result: KvReply } | { error: string };

/**
 * Runs commands in order and gives one outcome each. `isAtomic` runs them as MULTI/EXEC: nothing between them, and
 * nothing at all when one of them can't be queued, which throws UpstashError (`EXECABORT …`). Any other throw means
 * that the store could not be reached.
 */
export type KvExecutor = (commands: readonly string[][], isAtomic: boolean) => Promise<KvOutcome[]>;
