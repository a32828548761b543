import { ClientClosedError, createClient, createCluster, MultiErrorReply } from "redis";

/** Redis as one server or as a cluster: replies in RESP2, errors thrown. */
export type TcpConnection = {
  send(words: string[]): Promise<unknown>;
  /**
   * MULTI/EXEC; in a cluster one for each hash slot, all at once: what isn't together there can't change together.
   * Throws MultiErrorReply when some of the commands failed, ErrorReply when nothing was run.
   */
  sendAtomically(commands: readonly string[][]): Promise<unknown>;
  destroy(): void;
  /** Whether commands run in the order they are sent: at one server, not in a cluster. */
  isOrdered: boolean;
};

/**
 * Connects within `timeoutMs`. `onEnd` is called when the connection is of no more use. Throws when it can't be made.
 */
export async function connectTcp(
  urls: readonly string[],
  timeoutMs: number,
  onEnd: () => void,
): Promise<TcpConnection> {
  const [url = ""] = urls;
  if (urls.length > 1) return connectCluster(urls, timeoutMs);
  let isKept = true;
  const connection = await connectServer(url, timeoutMs, () => isKept && onEnd());
  if (!(await isClusterNode(connection))) return connection;
  isKept = false;
  connection.destroy();
  return connectCluster(urls, timeoutMs);
}

/** A timer and an exception for each command, by default; who waits here has a deadline of their own (see Breaker). */
const withoutTimeout = { timeout: undefined };

async function connectServer(url: string, timeoutMs: number, onEnd: () => void): Promise<TcpConnection> {
  const client = createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    maintNotifications: "disabled",
    socket: { connectTimeout: timeoutMs, reconnectStrategy: false },
    commandOptions: withoutTimeout,
  });
  client.on("error", onEnd);
  client.on("end", onEnd);
  await client.connect();
  return {
    send: (words) => client.sendCommand(words),
    sendAtomically: (commands) => {
      const multi = client.multi();
      for (const words of commands) multi.addCommand(words);
      return multi.exec();
    },
    destroy: () => {
      if (client.isOpen) client.destroy();
    },
    isOrdered: true,
  };
}

async function connectCluster(urls: readonly string[], timeoutMs: number): Promise<TcpConnection> {
  const [first = ""] = urls;
  const { username, password, protocol } = new URL(first);
  const cluster = createCluster({
    rootNodes: urls.map((url) => ({ url })),
    RESP: 2,
    commandOptions: withoutTimeout,
    defaults: {
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      disableOfflineQueue: true,
      maintNotifications: "disabled",
      socket: {
        connectTimeout: timeoutMs,
        reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 1_000),
        ...(protocol === "rediss:" && { tls: true }),
      },
    },
  });
  // Failures reach the callers of the commands; without a listener they would end the process.
  cluster.on("error", () => {});
  await cluster.connect();
  return {
    send: (words) => cluster.sendCommand(firstKey(words), false, words),
    sendAtomically: async (commands) => {
      const replies: unknown[] = [];
      const numbered = commands.map((words, at) => ({ words, at }));
      // What names no key goes with the first that does.
      const anyKey = commands.map(firstKey).find((key) => key !== undefined);
      const bySlot = Map.groupBy(numbered, ({ words }) => hashedPart(firstKey(words) ?? anyKey));
      await Promise.all(
        [...bySlot.values()].map(async (group) => {
          const key = firstKey(group[0]?.words ?? []) ?? anyKey;
          const multi = cluster.multi(key);
          for (const { words } of group) multi.addCommand(key, false, [...words]);
          const answers: unknown[] = await multi.exec().catch(repliesOf);
          for (const [index, { at }] of group.entries()) replies[at] = answers[index];
        }),
      );
      return replies;
    },
    destroy: () => {
      if (cluster.isOpen) cluster.destroy();
    },
    isOrdered: false,
  };
}

/** What of a key a cluster hashes: keys that have it in common lie together, and one MULTI may change them. */
function hashedPart(key: string | undefined): string | undefined {
  return /\{([^{}]+)\}/.exec(key ?? "")?.[1] ?? key;
}

function repliesOf(error: unknown): unknown[] {
  if (error instanceof MultiErrorReply) return error.replies;
  throw error;
}

/** The key that decides which node of a cluster a command goes to. */
function firstKey(words: readonly string[]): string | undefined {
  const name = words[0]?.toUpperCase();
  switch (name) {
    case "PING":
    case "TIME":
    case "SCAN":
    case "DBSIZE":
    case "FLUSHDB":
    case "PUBLISH":
      return undefined;
    case "XINFO":
      return words[2];
    case "XREAD":
      return words[words.findIndex((word) => word.toUpperCase() === "STREAMS") + 1];
    default:
      return words[1];
  }
}

async function isClusterNode(connection: TcpConnection): Promise<boolean> {
  try {
    return String(await connection.send(["INFO", "cluster"])).includes("cluster_enabled:1");
  } catch (error) {
    // A user who may not ask for INFO has to name several addresses of a cluster.
    if (error instanceof ClientClosedError) throw error;
    return false;
  }
}
