import type { Command, CommandTable } from "./command";
import { matchGlob } from "./match-glob";
import { Options } from "./options";
import { isInt64, parseIndex, parseInt64 } from "./parse-number";
import { ReplyError } from "./reply-error";

const deleteKeys: Command = {
  arity: -2,
  run: ({ keys }, names) => names.filter((name) => keys.delete(name)).length,
};

/** Commands on keys of any type, and on the whole store. */
export const keyCommands: CommandTable = {
  DEL: deleteKeys,
  UNLINK: deleteKeys,
  EXISTS: { arity: -2, run: ({ keys }, names) => names.filter((name) => keys.has(name)).length },
  TYPE: { arity: 2, run: ({ keys }, [key = ""]) => keys.typeOf(key) ?? "none" },
  EXPIRE: expireCommand("expire", 1000n),
  PEXPIRE: expireCommand("pexpire", 1n),
  TTL: ttlCommand(1000),
  PTTL: ttlCommand(1),
  PERSIST: {
    arity: 2,
    run: ({ keys }, [key = ""]) => {
      if (keys.expiryOf(key) === undefined) return 0;
      keys.setExpiry(key, undefined);
      return 1;
    },
  },
  RENAME: {
    arity: 3,
    run: ({ keys }, [from = "", to = ""]) => {
      keys.rename(from, to);
      return "OK";
    },
  },
  RENAMENX: {
    arity: 3,
    run: ({ keys }, [from = "", to = ""]) => {
      if (!keys.has(from)) throw new ReplyError("ERR no such key");
      if (keys.has(to)) return 0;
      keys.rename(from, to);
      return 1;
    },
  },
  SCAN: { arity: -2, run: ({ keys }, [cursor = "", ...words]) => scan(keys.keys(), cursor, words, keys) },
  DBSIZE: { arity: 1, run: ({ keys }) => keys.keys().length },
  FLUSHDB: {
    arity: -1,
    run: ({ keys }, words) => {
      const options = new Options(words);
      options.take("ASYNC", "SYNC");
      options.end();
      keys.clear();
      return "OK";
    },
  },
  PING: {
    arity: -1,
    run: (_, words) => {
      if (words.length > 1) throw new ReplyError("ERR wrong number of arguments for 'ping' command");
      return words[0] ?? "PONG";
    },
  },
  TIME: {
    arity: 1,
    run: ({ keys }) => {
      const now = keys.now();
      return [String(Math.floor(now / 1000)), String((now % 1000) * 1000)];
    },
  },
};

/** When a key set to live for `amount` of `unit` milliseconds ends. Throws as the named command does. */
export function parseExpiry(now: number, amount: string, unit: bigint, command: string): number {
  const expiresAt = BigInt(now) + parseInt64(amount) * unit;
  if (!isInt64(expiresAt) || !isInt64(parseInt64(amount) * unit))
    throw new ReplyError(`ERR invalid expire time in '${command}' command`);
  return Number(expiresAt);
}

function expireCommand(name: string, unit: bigint): Command {
  return {
    arity: -3,
    run: ({ keys }, [key = "", amount = "", ...words]) => {
      const expiresAt = parseExpiry(keys.now(), amount, unit, name);
      const condition = parseCondition(words);
      if (!keys.has(key) || !condition(keys.expiryOf(key), expiresAt)) return 0;
      keys.setExpiry(key, expiresAt);
      return 1;
    },
  };
}

type ExpiryCondition = (current: number | undefined, next: number) => boolean;

function parseCondition(words: string[]): ExpiryCondition {
  const never = Number.POSITIVE_INFINITY;
  const found = words.map((word) => word.toUpperCase());
  for (const [index, word] of found.entries())
    if (!["NX", "XX", "GT", "LT"].includes(word))
      throw new ReplyError(`ERR Unsupported option ${words[index] ?? ""}`);
  const has = (word: string) => found.includes(word);
  if (has("NX") && (has("XX") || has("GT") || has("LT")))
    throw new ReplyError("ERR NX and XX, GT or LT options at the same time are not compatible");
  if (has("GT") && has("LT"))
    throw new ReplyError("ERR GT and LT options at the same time are not compatible");
  return (current, next) =>
    !(has("NX") && current !== undefined) &&
    !(has("XX") && current === undefined) &&
    !(has("GT") && next <= (current ?? never)) &&
    !(has("LT") && next >= (current ?? never));
}

function ttlCommand(unit: number): Command {
  return {
    arity: 2,
    run: ({ keys }, [key = ""]) => {
      if (!keys.has(key)) return -2;
      const expiresAt = keys.expiryOf(key);
      return expiresAt === undefined ? -1 : Math.floor((expiresAt - keys.now() + unit / 2) / unit);
    },
  };
}

function scan(
  all: string[],
  cursor: string,
  words: string[],
  keys: { typeOf(key: string): string | undefined },
) {
  if (!/^\d{1,20}$/.test(cursor)) throw new ReplyError("ERR invalid cursor");
  let pattern = "*";
  let type: string | undefined;
  const options = new Options(words);
  while (!options.isDone) {
    const option = options.take("MATCH", "COUNT", "TYPE");
    const value = options.value();
    if (option === "MATCH") pattern = value;
    else if (option === "TYPE") type = value.toLowerCase();
    else if (option === "COUNT") checkCount(value);
    else options.end();
  }
  // One page holds everything: within one process there is nothing to be gained by paging.
  const found = all.filter((key) => matchGlob(pattern, key) && (!type || keys.typeOf(key) === type));
  return ["0", cursor === "0" ? found : []];
}

function checkCount(value: string): void {
  if (parseIndex(value) < 1) throw new ReplyError("ERR syntax error");
}
