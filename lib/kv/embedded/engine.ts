import type { KvOutcome } from "../reply";
import type { Command, CommandTable } from "./command";
import { hashCommands } from "./hash-commands";
import { keyCommands } from "./key-commands";
import { Keyspace } from "./keyspace";
import { isReplyError, ReplyError } from "./reply-error";
import { sortedSetCommands } from "./sorted-set-commands";
import { streamCommands } from "./stream-commands";
import { stringCommands } from "./string-commands";

const commands: CommandTable = {
  ...keyCommands,
  ...stringCommands,
  ...hashCommands,
  ...sortedSetCommands,
  ...streamCommands,
};

const defaultMaxBytes = 256 * 1024 * 1024;
const sweepIntervalMs = 250;
const keysPerSweep = 2_000;

export type EngineOptions = {
  /** Called whenever a stream grew, within the call that grew it. */
  onAppend?: (key: string) => void;
  /** About how much memory the values may take; 256 MiB unless said. */
  maxBytes?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
};

/**
 * The Redis commands this product uses, in process, with Redis 7's replies and error texts. Each call runs to its end
 * before another begins, so every list of commands is atomic.
 */
export class Engine {
  readonly keys: Keyspace;
  readonly #onAppend: (key: string) => void;
  readonly #sweeper: NodeJS.Timeout;

  constructor({ onAppend = () => {}, maxBytes = defaultMaxBytes, now = Date.now }: EngineOptions = {}) {
    this.keys = new Keyspace({ now, maxBytes });
    this.#onAppend = onAppend;
    this.#sweeper = setInterval(() => this.keys.sweepExpired(keysPerSweep), sweepIntervalMs);
    this.#sweeper.unref();
  }

  /** One outcome a command; an error of one doesn't stop the next, as in a pipeline. */
  run(list: readonly string[][]): KvOutcome[] {
    return list.map((words) => this.#runOne(words));
  }

  /** The same as MULTI/EXEC: refused as a whole, with null, when one of the commands is unknown or malformed. */
  runAtomically(list: readonly string[][]): KvOutcome[] | null {
    const canQueue = list.every((words) => !isReplyError(findCommand(words)));
    return canQueue ? this.run(list) : null;
  }

  close(): void {
    clearInterval(this.#sweeper);
    this.keys.clear();
  }

  #runOne(words: string[]): KvOutcome {
    const command = findCommand(words);
    if (isReplyError(command)) return { error: command.message };
    try {
      if (command.isWrite) this.keys.makeRoom();
      return { result: command.run({ keys: this.keys, onAppend: this.#onAppend }, words.slice(1)) };
    } catch (error) {
      if (isReplyError(error)) return { error: error.message };
      throw error;
    }
  }
}

function findCommand(words: readonly string[]): Command | ReplyError {
  const [name = "", ...args] = words;
  const command = Object.hasOwn(commands, name.toUpperCase()) ? commands[name.toUpperCase()] : undefined;
  if (!command) {
    const shown = args.map((arg) => `'${arg.slice(0, 128)}' `).join("");
    return new ReplyError(`ERR unknown command '${name.slice(0, 128)}', with args beginning with: ${shown}`);
  }
  const isRightCount = command.arity > 0 ? words.length === command.arity : words.length >= -command.arity;
  return isRightCount
    ? command
    : new ReplyError(`ERR wrong number of arguments for '${name.toLowerCase()}' command`);
}
