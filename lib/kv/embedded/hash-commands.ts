import type { CommandContext, CommandTable } from "./command";
import { sizeOf } from "./keyspace";
import { isInt64, parseInt64 } from "./parse-number";
import { ReplyError } from "./reply-error";

export const hashCommands: CommandTable = {
  HSET: {
    arity: -4,
    isWrite: true,
    run: (context, [key = "", ...pairs]) => {
      if (pairs.length % 2) throw new ReplyError("ERR wrong number of arguments for 'hset' command");
      let added = 0;
      const hash = context.keys.hash(key);
      for (let i = 0; i < pairs.length; i += 2) {
        const field = pairs[i] ?? "";
        if (!hash.has(field)) added++;
        setField(context, key, field, pairs[i + 1] ?? "");
      }
      return added;
    },
  },
  HSETNX: {
    arity: 4,
    isWrite: true,
    run: (context, [key = "", field = "", value = ""]) => {
      if (context.keys.read(key, "hash")?.fields.has(field)) return 0;
      context.keys.hash(key);
      setField(context, key, field, value);
      return 1;
    },
  },
  HGET: {
    arity: 3,
    run: ({ keys }, [key = "", field = ""]) => keys.read(key, "hash")?.fields.get(field) ?? null,
  },
  HMGET: {
    arity: -3,
    run: ({ keys }, [key = "", ...fields]) => {
      const hash = keys.read(key, "hash")?.fields;
      return fields.map((field) => hash?.get(field) ?? null);
    },
  },
  HGETALL: { arity: 2, run: ({ keys }, [key = ""]) => [...(keys.read(key, "hash")?.fields ?? [])].flat() },
  HLEN: { arity: 2, run: ({ keys }, [key = ""]) => keys.read(key, "hash")?.fields.size ?? 0 },
  HEXISTS: {
    arity: 3,
    run: ({ keys }, [key = "", field = ""]) => (keys.read(key, "hash")?.fields.has(field) ? 1 : 0),
  },
  HDEL: {
    arity: -3,
    run: ({ keys }, [key = "", ...fields]) => {
      const hash = keys.read(key, "hash")?.fields;
      if (!hash) return 0;
      let deleted = 0;
      for (const field of fields) {
        const value = hash.get(field);
        if (value === undefined) continue;
        hash.delete(field);
        keys.grow(key, -sizeOf(field) - sizeOf(value));
        deleted++;
      }
      if (hash.size === 0) keys.delete(key);
      return deleted;
    },
  },
  HINCRBY: {
    arity: 4,
    isWrite: true,
    run: (context, [key = "", field = "", amount = ""]) => {
      const step = parseInt64(amount);
      const next = toInteger(context.keys.read(key, "hash")?.fields.get(field)) + step;
      if (!isInt64(next)) throw new ReplyError("ERR increment or decrement would overflow");
      setField(context, key, field, String(next));
      return Number(next);
    },
  },
};

function setField({ keys }: CommandContext, key: string, field: string, value: string): void {
  const hash = keys.hash(key);
  const previous = hash.get(field);
  hash.set(field, value);
  keys.grow(key, sizeOf(value) + (previous === undefined ? sizeOf(field) : -sizeOf(previous)));
}

function toInteger(text = "0"): bigint {
  try {
    return parseInt64(text);
  } catch {
    throw new ReplyError("ERR hash value is not an integer");
  }
}
