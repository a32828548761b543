import { toUSVString } from "node:util";
import { errors, type Requester, type UpstashRequest, type UpstashResponse } from "@upstash/redis";
import type { KvExecutor, KvOutcome } from "@/lib/kv/reply";

/** Lets the `Redis` class of `@upstash/redis` speak to an executor instead of its HTTP client. */
export function createRequester(execute: KvExecutor): Requester {
  return {
    request: async <Result>(request: UpstashRequest) => {
      const { commands, mode } = readRequest(request);
      const outcomes = await execute(commands, mode === "multi-exec");
      return asResponse<Result>(mode === "single" ? outcomes[0] : outcomes);
    },
  };
}

export type KvRequest = { commands: string[][]; mode: "single" | "pipeline" | "multi-exec" };

/**
 * The commands in a request of the `Redis` class, as well-formed strings. Throws UpstashError for what no transport
 * here can carry.
 */
export function readRequest({ path, body }: UpstashRequest): KvRequest {
  const mode = path?.[0] ?? "single";
  if (mode !== "single" && mode !== "pipeline" && mode !== "multi-exec")
    throw new errors.UpstashError(`ERR '${mode}' is not supported: use watch()`);
  const list = mode === "single" ? [body] : body;
  if (!Array.isArray(list)) throw new errors.UpstashError("ERR not a list of commands");
  const commands = list.map(toWords);
  for (const words of commands) refuseBlocking(words);
  return { commands, mode };
}

function toWords(command: unknown): string[] {
  if (!Array.isArray(command)) throw new errors.UpstashError("ERR not a command");
  return command.map((word) => {
    if (word === undefined || word === null) throw new errors.UpstashError("ERR null args are not supported");
    return toUSVString(String(word));
  });
}

// A blocking read would hold up everybody else on the shared connection.
function refuseBlocking(words: string[]): void {
  if (words[0]?.toUpperCase() !== "XREAD") return;
  const streams = words.findIndex((word) => word.toUpperCase() === "STREAMS");
  if (words.slice(0, streams).some((word) => word.toUpperCase() === "BLOCK"))
    throw new errors.UpstashError("ERR XREAD BLOCK is not supported: use watch()");
}

/**
 * The class asks for the result type that belongs to the command it built; a Redis reply to that command has it, or
 * is the error the class will throw. Pipelines are answered with a list, which the class's own types leave out.
 */
export function asResponse<Result>(outcome: KvOutcome | KvOutcome[] | undefined): UpstashResponse<Result> {
  return outcome as UpstashResponse<Result>;
}
