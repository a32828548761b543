import { createClient, ErrorReply, MultiErrorReply } from "redis";
import type { KvExecutor, KvOutcome, KvReply } from "@/lib/kv/reply";

/** Runs commands straight on node-redis, so that nothing of lib/kv stands between what asks and Redis. */
export async function openRedisExecutor(url: string): Promise<{ execute: KvExecutor; close: () => void }> {
  const client = createClient({ url, RESP: 2 });
  client.on("error", () => {});
  await client.connect();
  const toOutcome = (reply: unknown): KvOutcome =>
    reply instanceof ErrorReply ? { error: reply.message } : { result: reply as KvReply };
  const execute: KvExecutor = async (commands, isAtomic) => {
    if (!isAtomic)
      return Promise.all(
        commands.map((words) => client.sendCommand(words).then(toOutcome, (error) => toOutcome(error))),
      );
    const multi = client.multi();
    for (const words of commands) multi.addCommand(words);
    try {
      return (await multi.exec()).map(toOutcome);
    } catch (error) {
      if (error instanceof MultiErrorReply) return error.replies.map(toOutcome);
      throw new Error("EXECABORT Transaction discarded because of previous errors.");
    }
  };
  return { execute, close: () => client.destroy() };
}
