import type { KvReply } from "../reply";
import type { CommandContext, CommandTable } from "./command";
import { sizeOf } from "./keyspace";
import { Options } from "./options";
import { formatScore, parseIndex, parseScore } from "./parse-number";
import { ReplyError, syntaxError } from "./reply-error";
import type { ScoredMember, SortedSet } from "./sorted-set";

export const sortedSetCommands: CommandTable = {
  ZADD: { arity: -4, isWrite: true, run: (context, [key = "", ...words]) => add(context, key, words) },
  ZREM: {
    arity: -3,
    run: ({ keys }, [key = "", ...members]) => {
      const set = keys.read(key, "zset")?.members;
      if (!set) return 0;
      const removed = members.filter((member) => set.delete(member));
      for (const member of removed) keys.grow(key, -sizeOf(member));
      if (set.size === 0) keys.delete(key);
      return removed.length;
    },
  },
  ZCARD: { arity: 2, run: ({ keys }, [key = ""]) => keys.read(key, "zset")?.members.size ?? 0 },
  ZSCORE: {
    arity: 3,
    run: ({ keys }, [key = "", member = ""]) => {
      const score = keys.read(key, "zset")?.members.scoreOf(member);
      return score === undefined ? null : formatScore(score);
    },
  },
  ZRANK: {
    arity: 3,
    run: ({ keys }, [key = "", member = ""]) => keys.read(key, "zset")?.members.rankOf(member) ?? null,
  },
  ZCOUNT: {
    arity: 4,
    run: ({ keys }, [key = "", min = "", max = ""]) => {
      const ends = parseScoreRange(min, max);
      const set = keys.read(key, "zset")?.members;
      if (!set) return 0;
      const [from, to] = positionsByScore(set, ends);
      return Math.max(0, to - from);
    },
  },
  ZRANGE: {
    arity: -4,
    run: (context, [key = "", start = "", stop = "", ...words]) => range(context, key, start, stop, words),
  },
  ZREMRANGEBYSCORE: {
    arity: 4,
    run: (context, [key = "", min = "", max = ""]) => {
      const ends = parseScoreRange(min, max);
      return removeRange(context, key, (set) => positionsByScore(set, ends));
    },
  },
  ZREMRANGEBYRANK: {
    arity: 4,
    run: (context, [key = "", start = "", stop = ""]) => {
      const ends: [number, number] = [parseIndex(start), parseIndex(stop)];
      return removeRange(context, key, (set) => positionsByRank(set, ends));
    },
  },
};

type Positions = [from: number, to: number];

function add({ keys }: CommandContext, key: string, words: string[]): KvReply {
  const flags = new Set<string>();
  const options = new Options(words);
  for (;;) {
    const flag = options.take("NX", "XX", "GT", "LT", "CH", "INCR");
    if (!flag) break;
    flags.add(flag);
  }
  const pairs = options.rest();
  if (pairs.length === 0 || pairs.length % 2) throw syntaxError();
  if (flags.has("NX") && flags.has("XX"))
    throw new ReplyError("ERR XX and NX options at the same time are not compatible");
  if ((flags.has("GT") && (flags.has("LT") || flags.has("NX"))) || (flags.has("LT") && flags.has("NX")))
    throw new ReplyError("ERR GT, LT, and/or NX options at the same time are not compatible");
  const isIncrement = flags.has("INCR");
  if (isIncrement && pairs.length > 2)
    throw new ReplyError("ERR INCR option supports a single increment-element pair");
  const scored = toScoredMembers(pairs);

  const existing = keys.read(key, "zset")?.members;
  if (!existing && flags.has("XX")) return isIncrement ? null : 0;
  const set = keys.sortedSet(key);
  let added = 0;
  let changed = 0;
  let lastScore: number | null = null;
  for (const { member, score } of scored) {
    const current = set.scoreOf(member);
    if (current === undefined ? flags.has("XX") : flags.has("NX")) continue;
    const next = isIncrement ? (current ?? 0) + score : score;
    if (Number.isNaN(next)) throw new ReplyError("ERR resulting score is not a number (NaN)");
    if (current !== undefined && flags.has("GT") && next <= current) continue;
    if (current !== undefined && flags.has("LT") && next >= current) continue;
    lastScore = next;
    if (current === next) continue;
    set.set(member, next);
    if (current === undefined) {
      added++;
      keys.grow(key, sizeOf(member));
    } else changed++;
  }
  if (isIncrement) return lastScore === null ? null : formatScore(lastScore);
  return flags.has("CH") ? added + changed : added;
}

function toScoredMembers(pairs: string[]): ScoredMember[] {
  const scored: ScoredMember[] = [];
  for (let i = 0; i < pairs.length; i += 2)
    scored.push({ score: parseScore(pairs[i] ?? ""), member: pairs[i + 1] ?? "" });
  return scored;
}

function range({ keys }: CommandContext, key: string, start: string, stop: string, words: string[]): KvReply {
  const options = new Options(words);
  const flags = new Set<string>();
  let offset = 0;
  let count = -1;
  let isLimited = false;
  while (!options.isDone) {
    const option = options.take("BYSCORE", "REV", "WITHSCORES", "LIMIT");
    if (!option) throw syntaxError();
    flags.add(option);
    if (option !== "LIMIT") continue;
    isLimited = true;
    offset = parseIndex(options.value());
    count = parseIndex(options.value());
  }
  const isByScore = flags.has("BYSCORE");
  const isReversed = flags.has("REV");
  if (isLimited && !isByScore)
    throw new ReplyError(
      "ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX",
    );

  const toPositions = isByScore
    ? byScore(isReversed ? parseScoreRange(stop, start) : parseScoreRange(start, stop))
    : byRank([parseIndex(start), parseIndex(stop)], isReversed);
  const set = keys.read(key, "zset")?.members;
  if (!set) return [];
  const [from, to] = toPositions(set);
  const found = set.slice(from, Math.max(from, to));
  if (isReversed) found.reverse();
  return toReply(isByScore ? page(found, offset, count) : found, flags.has("WITHSCORES"));
}

const byScore = (ends: ScoreRange) => (set: SortedSet) => positionsByScore(set, ends);

const byRank =
  (ends: Positions, isReversed: boolean) =>
  (set: SortedSet): Positions => {
    const [from, to] = positionsByRank(set, ends);
    return isReversed ? [set.size - to, set.size - from] : [from, to];
  };

function page(found: ScoredMember[], offset: number, count: number): ScoredMember[] {
  if (offset < 0) return [];
  return found.slice(offset, count < 0 ? undefined : offset + count);
}

function toReply(found: ScoredMember[], isWithScores: boolean): string[] {
  return isWithScores
    ? found.flatMap(({ member, score }) => [member, formatScore(score)])
    : found.map(({ member }) => member);
}

function removeRange(
  { keys }: CommandContext,
  key: string,
  toPositions: (set: SortedSet) => Positions,
): number {
  const set = keys.read(key, "zset")?.members;
  if (!set) return 0;
  const removed = set.remove(...toPositions(set));
  for (const { member } of removed) keys.grow(key, -sizeOf(member));
  if (set.size === 0) keys.delete(key);
  return removed.length;
}

type ScoreEnd = { score: number; isExclusive: boolean };
type ScoreRange = { min: ScoreEnd; max: ScoreEnd };

function parseScoreRange(min: string, max: string): ScoreRange {
  return { min: parseScoreEnd(min), max: parseScoreEnd(max) };
}

function parseScoreEnd(text: string): ScoreEnd {
  const isExclusive = text.startsWith("(");
  return {
    score: parseScore(isExclusive ? text.slice(1) : text, "ERR min or max is not a float"),
    isExclusive,
  };
}

function positionsByScore(set: SortedSet, { min, max }: ScoreRange): Positions {
  return [set.countBelow(min.score, min.isExclusive), set.countBelow(max.score, !max.isExclusive)];
}

function positionsByRank(set: SortedSet, [start, stop]: Positions): Positions {
  const from = Math.max(0, start < 0 ? set.size + start : start);
  const to = Math.min(set.size, (stop < 0 ? set.size + stop : stop) + 1);
  return [Math.min(from, set.size), Math.max(to, Math.min(from, set.size))];
}
