import { inspect, stripVTControlCharacters } from "node:util";
import { describeError, type LogLevel, log } from "@/lib/log";
import { currentRequest } from "@/lib/request-context";

/**
 * From now on what libraries print as errors and warnings (Next, for the most part) are records of our log: one line
 * each, with the request's id. What failed on a client's input, before code of ours was reached, is a warning without a
 * stack.
 */
export function captureConsole(): void {
  console.error = (...args: unknown[]) => record("error", args);
  console.warn = (...args: unknown[]) => record("warn", args);
}

function record(level: LogLevel, args: unknown[]): void {
  const error = args.find((arg) => arg instanceof Error);
  const words = args
    .filter((arg) => arg !== error)
    .map((arg) => (typeof arg === "string" ? arg : inspect(arg, { depth: 2 })));
  const message = stripVTControlCharacters(words.join(" ")).trim();
  const isClients = isClientsFault();
  const { stack, ...detail } = error ? describeError(error) : {};
  log(isClients ? "warn" : level, message.replace(/^[⨯⚠]\s*/, "") || "next", {
    ...detail,
    ...(stack && level === "error" && !isClients ? { stack } : {}),
  });
}

function isClientsFault(): boolean {
  const request = currentRequest();
  return request !== undefined && (request.isMalformed || !request.isReached);
}
