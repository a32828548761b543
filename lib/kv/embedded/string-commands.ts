import type { Command, CommandContext, CommandTable } from "./command";
import { parseExpiry } from "./key-commands";
import { Options } from "./options";
import { isInt64, parseInt64 } from "./parse-number";
import { ReplyError, syntaxError } from "./reply-error";

export const stringCommands: CommandTable = {
  GET: { arity: 2, run: ({ keys }, [key = ""]) => keys.read(key, "string")?.text ?? null },
  MGET: {
    arity: -2,
    run: ({ keys }, names) =>
      names.map((name) =>
        keys.typeOf(name) === "string" ? (keys.read(name, "string")?.text ?? null) : null,
      ),
  },
  SET: {
    arity: -3,
    isWrite: true,
    run: (context, [key = "", text = "", ...words]) => set(context, key, text, words),
  },
  INCR: { arity: 2, isWrite: true, run: (context, [key = ""]) => increment(context, key, 1n) },
  DECR: { arity: 2, isWrite: true, run: (context, [key = ""]) => increment(context, key, -1n) },
  INCRBY: incrementBy(1n),
  DECRBY: incrementBy(-1n),
};

function incrementBy(sign: bigint): Command {
  return {
    arity: 3,
    isWrite: true,
    run: (context, [key = "", amount = ""]) => increment(context, key, sign * parseInt64(amount)),
  };
}

function increment({ keys }: CommandContext, key: string, amount: bigint): number {
  const current = parseInt64(keys.read(key, "string")?.text ?? "0");
  const next = current + amount;
  if (!isInt64(next)) throw new ReplyError("ERR increment or decrement would overflow");
  keys.setString(key, String(next), keys.expiryOf(key));
  return Number(next);
}

function set({ keys }: CommandContext, key: string, text: string, words: string[]) {
  const options = new Options(words);
  let condition: "NX" | "XX" | undefined;
  let isGet = false;
  let lifetime: "KEEPTTL" | "EX" | "PX" | "EXAT" | "PXAT" | undefined;
  let amount = "";
  while (!options.isDone) {
    const option = options.take("NX", "XX", "GET", "KEEPTTL", "EX", "PX", "EXAT", "PXAT");
    if (option === undefined) throw syntaxError();
    if (option === "GET") isGet = true;
    else if (option === "NX" || option === "XX") {
      if (condition && condition !== option) throw syntaxError();
      condition = option;
    } else {
      if (lifetime) throw syntaxError();
      lifetime = option;
      if (option !== "KEEPTTL") amount = options.value();
    }
  }
  const expiresAt = lifetime === "KEEPTTL" ? keys.expiryOf(key) : parseLifetime(keys.now(), lifetime, amount);
  const previous = isGet ? (keys.read(key, "string")?.text ?? null) : "OK";
  const isSkipped = condition !== undefined && keys.has(key) === (condition === "NX");
  if (isSkipped) return isGet ? previous : null;
  keys.setString(key, text, expiresAt);
  return previous;
}

function parseLifetime(now: number, lifetime: string | undefined, amount: string): number | undefined {
  if (!lifetime) return undefined;
  const start = lifetime.endsWith("AT") ? 0 : now;
  const unit = lifetime.startsWith("EX") ? 1000n : 1n;
  const expiresAt = parseExpiry(start, amount, unit, "set");
  if (parseInt64(amount) <= 0n) throw new ReplyError("ERR invalid expire time in 'set' command");
  return expiresAt;
}
