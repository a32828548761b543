/**
 * Commands that leave the same state, and tell the caller nothing that matters wrongly, when they happen to run twice.
 */
const repeatable = new Set([
  ...["GET", "MGET", "EXISTS", "TYPE", "TTL", "PTTL", "SCAN", "DBSIZE", "PING", "TIME"],
  ...["HGET", "HMGET", "HGETALL", "HLEN", "HEXISTS", "HSET"],
  ...["ZCARD", "ZSCORE", "ZRANK", "ZRANGE", "ZCOUNT", "ZREMRANGEBYSCORE", "ZREM", "EXPIRE", "PEXPIRE"],
  ...["XRANGE", "XREVRANGE", "XLEN", "XREAD", "XINFO", "XTRIM"],
]);

/** Whether commands may be sent again after a failure that leaves open whether they ran. */
export function canRepeat(commands: readonly string[][]): boolean {
  return commands.every(isRepeatable);
}

function isRepeatable(words: readonly string[]): boolean {
  const name = words[0]?.toUpperCase() ?? "";
  if (name === "ZADD") return !words.slice(2).some((word) => /^(nx|xx|gt|lt|ch|incr)$/i.test(word));
  if (name === "SET") return !words.slice(3).some((word) => /^(nx|xx|get)$/i.test(word));
  return repeatable.has(name);
}
