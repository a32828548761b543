import type { KvReply } from "../reply";
import type { Keyspace } from "./keyspace";

export type CommandContext = {
  keys: Keyspace;
  /** Says that a stream grew. */
  onAppend: (key: string) => void;
};

export type Command = {
  /** How many words the command takes, its name included; negative means at least that many. As in Redis's COMMAND. */
  arity: number;
  /** Whether it can add data, so that room must be made first. */
  isWrite?: boolean;
  run(context: CommandContext, args: string[]): KvReply;
};

export type CommandTable = Record<string, Command>;
