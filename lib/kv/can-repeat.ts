/** Commands that leave the same state, and tell the caller nothing wrong, when they happen to run twice. */
const repeatable = new Set([
  ...["GET", "MGET", "EXISTS", "TYPE", "TTL", "PTTL", "SCAN", "DBSIZE", "PING", "TIME"],
  ...["HGET", "HMGET", "HGETALL", "HLEN", "HEXISTS", "HSET"],
  ...["ZCARD", "ZSCORE", "ZRANK", "ZRANGE", "ZCOUNT", "ZREMRANGEBYSCORE", "ZREM", "EXPIRE", "PEXPIRE"],
  ...["XRANGE", "XREVRANGE", "XLEN", "XREAD", "XINFO", "XTRIM"],
]);

/** Failures of connecting: the command never left. */
const unsentCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Whether commands may be sent again after a failure: they never left, or running twice does no harm. */
export function canRepeat(commands: readonly string[][], error: unknown): boolean {
  return commands.every(isRepeatable) || isUnsent(error);
}

function isRepeatable(words: readonly string[]): boolean {
  const name = words[0]?.toUpperCase() ?? "";
  if (name === "ZADD") return !words.slice(2).some((word) => /^(nx|xx|gt|lt|ch|incr)$/i.test(word));
  if (name === "SET") return !words.slice(3).some((word) => /^(nx|xx|get)$/i.test(word));
  return repeatable.has(name);
}

function isUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && unsentCodes.has(error.code)) return true;
  return isUnsent(error.cause);
}
