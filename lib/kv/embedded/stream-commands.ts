import type { KvReply } from "../reply";
import type { CommandContext, CommandTable } from "./command";
import { sizeOf } from "./keyspace";
import { Options } from "./options";
import { parseIndex } from "./parse-number";
import { ReplyError, syntaxError } from "./reply-error";
import type { Stream, StreamEntry } from "./stream";
import {
  formatStreamId,
  maxStreamId,
  parseRangeEnd,
  parseStreamId,
  type StreamId,
  toStreamId,
} from "./stream-id";

const isEqualOrSmaller = () =>
  new ReplyError("ERR The ID specified in XADD is equal or smaller than the target stream top item");

export const streamCommands: CommandTable = {
  XADD: { arity: -5, isWrite: true, run: (context, [key = "", ...words]) => add(context, key, words) },
  XLEN: { arity: 2, run: ({ keys }, [key = ""]) => keys.read(key, "stream")?.stream.length ?? 0 },
  XRANGE: {
    arity: -4,
    run: ({ keys }, [key = "", start = "", stop = "", ...words]) => {
      const [from, to, count] = [
        parseRangeEnd(start, "start"),
        parseRangeEnd(stop, "stop"),
        parseCount(words),
      ];
      return (keys.read(key, "stream")?.stream.range(from, to, count) ?? []).map(toReply);
    },
  },
  XREVRANGE: {
    arity: -4,
    run: ({ keys }, [key = "", stop = "", start = "", ...words]) => {
      const [from, to, count] = [
        parseRangeEnd(start, "start"),
        parseRangeEnd(stop, "stop"),
        parseCount(words),
      ];
      return (keys.read(key, "stream")?.stream.rangeBack(from, to, count) ?? []).map(toReply);
    },
  },
  XDEL: {
    arity: -3,
    run: ({ keys }, [key = "", ...texts]) => {
      const ids = texts.map((text) => parseStreamId(text, "first"));
      const stream = keys.read(key, "stream")?.stream;
      if (!stream) return 0;
      const deleted = ids.flatMap((id) => stream.delete(id) ?? []);
      shrink({ keys }, key, deleted);
      return deleted.length;
    },
  },
  XTRIM: {
    arity: -4,
    run: (context, [key = "", ...words]) => {
      const options = new Options(words);
      const trim = takeTrim(options);
      options.end();
      if (!trim) throw syntaxError();
      const stream = context.keys.read(key, "stream")?.stream;
      return stream ? shrink(context, key, trim(stream)) : 0;
    },
  },
  XREAD: { arity: -4, run: read },
  XINFO: {
    arity: -2,
    run: ({ keys }, [subcommand = "", key = ""]) => {
      if (subcommand.toUpperCase() !== "STREAM")
        throw new ReplyError(`ERR unknown subcommand '${subcommand}'. Try XINFO HELP.`);
      const stream = keys.read(key, "stream")?.stream;
      if (!stream) throw new ReplyError("ERR no such key");
      return toInfo(stream);
    },
  },
};

function add(context: CommandContext, key: string, words: string[]): KvReply {
  const options = new Options(words);
  let isMakingAllowed = true;
  let trim: Trim | undefined;
  for (;;) {
    if (options.take("NOMKSTREAM")) {
      isMakingAllowed = false;
      continue;
    }
    const found = takeTrim(options);
    if (!found) break;
    if (trim)
      throw new ReplyError("ERR syntax error, MAXLEN and MINID options at the same time are not compatible");
    trim = found;
  }
  const idText = options.value();
  const toId = parseNewId(idText);
  const fields = options.rest();
  if (fields.length === 0 || fields.length % 2)
    throw new ReplyError("ERR wrong number of arguments for 'xadd' command");

  const existing = context.keys.read(key, "stream")?.stream;
  if (!existing && !isMakingAllowed) return null;
  const id = toId(existing?.lastId ?? 0n, context.keys.now());
  const stream = context.keys.stream(key);
  const entry = { id, fields };
  stream.append(entry);
  context.keys.grow(key, sizeOfEntry(entry));
  if (trim) shrink(context, key, trim(stream));
  context.onAppend(key);
  return formatStreamId(id);
}

/** How a new entry's id follows from the stream's last id and the clock. */
function parseNewId(text: string): (lastId: StreamId, now: number) => StreamId {
  if (text === "*")
    return (lastId, now) => {
      const next = toStreamId(BigInt(now), 0n);
      return next > lastId ? next : following(lastId);
    };
  if (text.endsWith("-*")) {
    const first = parseStreamId(text.slice(0, -2), "first");
    const last = parseStreamId(text.slice(0, -2), "last");
    return (lastId) => {
      if (lastId >= last) throw isEqualOrSmaller();
      if (lastId >= first) return lastId + 1n;
      return first === 0n ? 1n : first;
    };
  }
  const id = parseStreamId(text, "first");
  if (id === 0n) throw new ReplyError("ERR The ID specified in XADD must be greater than 0-0");
  return (lastId) => {
    if (id <= lastId) throw isEqualOrSmaller();
    return id;
  };
}

function following(lastId: StreamId): StreamId {
  if (lastId === maxStreamId)
    throw new ReplyError("ERR The stream has exhausted the last possible ID, unable to add more items");
  return lastId + 1n;
}

type Trim = (stream: Stream) => StreamEntry[];

function takeTrim(options: Options): Trim | undefined {
  const strategy = options.take("MAXLEN", "MINID");
  if (!strategy) return undefined;
  const isExact = options.take("~", "=") !== "~";
  const threshold = options.value();
  if (options.take("LIMIT")) {
    if (isExact) throw new ReplyError("ERR syntax error, LIMIT cannot be used without the special ~ option");
    if (parseIndex(options.value()) < 0) throw new ReplyError("ERR The LIMIT argument must be >= 0.");
  }
  if (strategy === "MINID") {
    const id = parseStreamId(threshold, "first");
    return (stream) => stream.trimBefore(id, isExact);
  }
  const maxLength = parseIndex(threshold);
  if (maxLength < 0) throw new ReplyError("ERR The MAXLEN argument must be >= 0.");
  return (stream) => stream.trimToLength(maxLength, isExact);
}

function read({ keys }: CommandContext, words: string[]): KvReply {
  const options = new Options(words);
  let count: number | undefined;
  while (!options.take("STREAMS")) {
    if (!options.take("COUNT")) throw syntaxError();
    count = parseIndex(options.value());
  }
  const rest = options.rest();
  if (rest.length === 0) throw syntaxError();
  if (rest.length % 2)
    throw new ReplyError(
      "ERR Unbalanced 'xread' list of streams: for each stream key an ID or '$' must be specified.",
    );
  const names = rest.slice(0, rest.length / 2);
  const positions = names.map((name, index) => {
    const text = rest[names.length + index] ?? "";
    const stream = keys.read(name, "stream")?.stream;
    return { name, stream, after: text === "$" ? (stream?.lastId ?? 0n) : parseStreamId(text, "first") };
  });
  const limit = count !== undefined && count > 0 ? count : undefined;
  const found = positions.flatMap(({ name, stream, after }) => {
    const entries = stream && after < maxStreamId ? stream.range(after + 1n, maxStreamId, limit) : [];
    return entries.length > 0 ? [[name, entries.map(toReply)]] : [];
  });
  return found.length > 0 ? found : null;
}

function toInfo(stream: Stream): KvReply {
  return [
    "length",
    stream.length,
    "radix-tree-keys",
    stream.length > 0 ? 1 : 0,
    "radix-tree-nodes",
    stream.length > 0 ? 2 : 1,
    "last-generated-id",
    formatStreamId(stream.lastId),
    "max-deleted-entry-id",
    formatStreamId(stream.maxDeletedId),
    "entries-added",
    stream.addedCount,
    "recorded-first-entry-id",
    formatStreamId(stream.first?.id ?? 0n),
    "groups",
    0,
    "first-entry",
    stream.first ? toReply(stream.first) : null,
    "last-entry",
    stream.last ? toReply(stream.last) : null,
  ];
}

function parseCount(words: string[]): number | undefined {
  if (words.length === 0) return undefined;
  const options = new Options(words);
  if (!options.take("COUNT")) throw syntaxError();
  const count = parseIndex(options.value());
  options.end();
  return Math.max(0, count);
}

function shrink({ keys }: Pick<CommandContext, "keys">, key: string, dropped: StreamEntry[]): number {
  for (const entry of dropped) keys.grow(key, -sizeOfEntry(entry));
  return dropped.length;
}

function sizeOfEntry(entry: StreamEntry): number {
  return entry.fields.reduce((sum, text) => sum + sizeOf(text), sizeOf(""));
}

function toReply({ id, fields }: StreamEntry): KvReply {
  return [formatStreamId(id), [...fields]];
}
