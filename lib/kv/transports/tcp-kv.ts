import { errors, Redis } from "@upstash/redis";
import { ErrorReply, MultiErrorReply } from "redis";
import { Breaker, defaultTimeoutMs } from "@/lib/kv/breaker";
import { canRepeat } from "@/lib/kv/can-repeat";
import { isStoreAway } from "@/lib/kv/is-store-away";
import { changedChannel, isWatched, probeKey } from "@/lib/kv/keys";
import type { Kv, KvOptions } from "@/lib/kv/kv";
import { LocalLimiter } from "@/lib/kv/limits/local-limiter";
import type { KvOutcome, KvReply } from "@/lib/kv/reply";
import { createRequester } from "./create-requester";
import { connectTcp, type TcpConnection } from "./tcp-connection";
import { createTcpWatch } from "./tcp-watch";

const defaultSweepMs = 10_000;

/**
 * The store in Redis or Valkey over TCP: one server, or a cluster when there are several URLs or the server is part of
 * one.
 */
export function createTcpKv(urls: readonly string[], options: KvOptions = {}): Kv {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const link = new TcpLink(urls, timeoutMs);
  // Before anybody waits for it: making the first client takes node-redis a while.
  link.get().catch(() => {});
  const breaker = new Breaker({
    timeoutMs,
    probe: async () => {
      await execute(link, [["EXISTS", probeKey]], false);
    },
    // Who watches finds out as well, by reading, that nothing comes any more, and later what came meanwhile.
    onOpen: () => {
      link.drop();
      watching.notifyAll();
    },
    onBack: () => watching.notifyAll(),
  });
  const requester = createRequester((commands, isAtomic) =>
    breaker.run(
      () => execute(link, commands, isAtomic),
      (error) => isNotSent(error) || canRepeat(commands),
    ),
  );
  const redis = new Redis(requester);
  // Finds out at once whether the store went away, before a visitor does.
  const onLost = () => void redis.exists(probeKey).catch(() => {});
  const watching = createTcpWatch(urls, { timeoutMs, sweepMs: options.sweepMs ?? defaultSweepMs, onLost });
  return {
    transport: "tcp",
    redis,
    watch: watching.watch,
    isUp: () => breaker.isUp(),
    generation: () => link.generation,
    close: async () => {
      breaker.close();
      watching.close();
      link.close();
    },
    localLimiter: new LocalLimiter(),
  };
}

/** The commands could not have reached the store. */
class NotSentError extends Error {
  override readonly name = "NotSentError";
}

function isNotSent(error: unknown): boolean {
  return error instanceof Error && error.name === "NotSentError";
}

/** One connection, made when first needed and again after it was lost. */
class TcpLink {
  readonly #urls: readonly string[];
  readonly #timeoutMs: number;
  #connection: Promise<TcpConnection> | undefined;
  #isClosed = false;
  generation = 0;

  constructor(urls: readonly string[], timeoutMs: number) {
    this.#urls = urls;
    this.#timeoutMs = timeoutMs;
  }

  async get(): Promise<TcpConnection> {
    if (this.#isClosed) throw new NotSentError("closed");
    this.#connection ??= this.#connect();
    try {
      return await this.#connection;
    } catch (error) {
      throw new NotSentError("can't connect", { cause: error });
    }
  }

  /** Gives the connection up, and with it all that waits on it. */
  drop(): void {
    const dropped = this.#connection;
    this.#connection = undefined;
    dropped?.then((connection) => connection.destroy()).catch(() => {});
  }

  close(): void {
    this.#isClosed = true;
    this.drop();
  }

  #connect(): Promise<TcpConnection> {
    const forget = () => {
      if (this.#connection === connection) this.#connection = undefined;
    };
    const connection = connectTcp(this.#urls, this.#timeoutMs, forget);
    connection.then(() => {
      this.generation += 1;
    }, forget);
    return connection;
  }
}

async function execute(
  link: TcpLink,
  commands: readonly string[][],
  isAtomic: boolean,
): Promise<KvOutcome[]> {
  const connection = await link.get();
  const replying = isAtomic
    ? sendAtomically(connection, commands)
    : Promise.all(commands.map((words) => connection.send(words).catch(keepErrorReply)));
  // Behind them, so that who is told finds the entries, and in the same write where that is enough. Nobody waits for
  // it, and a Redis user who may not publish can still write. Watchers look for themselves now and then.
  if (!connection.isOrdered) await replying.catch(() => {});
  for (const key of grownStreams(commands))
    connection.send(["PUBLISH", changedChannel(key), ""]).catch(() => {});
  return (await replying).map((reply, at) => toOutcome(reply, commands[at]?.[0]));
}

async function sendAtomically(connection: TcpConnection, commands: readonly string[][]): Promise<unknown[]> {
  try {
    return asList(await connection.sendAtomically(commands));
  } catch (error) {
    if (error instanceof MultiErrorReply) return error.replies;
    if (!(error instanceof ErrorReply)) throw error;
    if (isStoreAway(error.message)) throw new Error(error.message);
    throw new errors.UpstashError("EXECABORT Transaction discarded because of previous errors.", {
      cause: error,
    });
  }
}

function keepErrorReply(error: unknown): ErrorReply {
  if (error instanceof ErrorReply) return error;
  throw error;
}

function toOutcome(reply: unknown, command = ""): KvOutcome {
  if (!(reply instanceof ErrorReply)) return { result: asReply(reply, command) };
  if (isStoreAway(reply.message)) throw new Error(reply.message);
  return { error: reply.message };
}

function grownStreams(commands: readonly string[][]): Set<string> {
  const grown = new Set<string>();
  for (const [verb, key = ""] of commands)
    if (verb?.toUpperCase() === "XADD" && isWatched(key)) grown.add(key);
  return grown;
}

/** What node-redis gives for RESP2 is made of strings, numbers, nulls and lists of them, once errors are taken out. */
function asReply(reply: unknown, command: string): KvReply {
  // The class reads every string as JSON, and has an exception thrown and caught for each that is none.
  const isText = reply === "OK" || (typeof reply === "string" && command.toUpperCase() === "XADD");
  return isText ? JSON.stringify(reply) : (reply as KvReply);
}

/** EXEC answers with one reply a command. */
function asList(replies: unknown): unknown[] {
  return replies as unknown[];
}
