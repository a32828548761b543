import { fails, type Step } from "./steps";

/** Commands that are malformed. */
export const malformedCases: Record<string, Step[]> = {
  "malformed commands": [
    ["GET", fails("ERR wrong number of arguments for 'get' command")],
    ["GET @a @b", fails("ERR wrong number of arguments for 'get' command")],
    ["SET @a", fails("ERR wrong number of arguments for 'set' command")],
    ["XADD @a *", fails("ERR wrong number of arguments for 'xadd' command")],
    ["ZADD @a 1", fails("ERR wrong number of arguments for 'zadd' command")],
    ["NOSUCH @a b", fails("ERR unknown command 'NOSUCH', with args beginning with: '@a' 'b' ")],
    ["PING a b", fails("ERR wrong number of arguments for 'ping' command")],
    ["PING", "PONG"],
    ["PING hello", "hello"],
    ["XINFO STREAM @none", fails("ERR no such key")],
  ],
};
