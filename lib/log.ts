import { env } from "@/lib/env";
import { currentRequest } from "@/lib/request-context";

const levels = { debug: 10, info: 20, warn: 30, error: 40 } as const;
export type LogLevel = keyof typeof levels;

const maxTextLength = 4_000;
/**
 * What JSON leaves as it is and a terminal or a reader of lines does not: C1 controls, line ends of Unicode, turned
 * text.
 */
const unsafe = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * One line of JSON a record on standard error, with the id of the request that caused it. Values must hold no secrets
 * and no visitor text; foreign text in them is cut and can't begin a line of its own.
 */
export function log(level: LogLevel, message: string, fields: Record<string, unknown> = {}): void {
  if (levels[level] < levels[env().LOG_LEVEL]) return;
  process.stderr.write(`${toLogLine(level, message, { requestId: currentRequest()?.id, ...fields })}\n`);
}

export function logError(message: string, error: unknown, fields: Record<string, unknown> = {}): void {
  log("error", message, { ...fields, ...describeError(error) });
}

/** What a record says of a thrown value: Next's digest is what the error page shows as its reference. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) };
  const digest = "digest" in error ? { digest: error.digest } : {};
  return { error: error.message, ...digest, stack: error.stack };
}

/** The record as one line, without its end. */
export function toLogLine(level: LogLevel, message: string, fields: Record<string, unknown>): string {
  const record = { time: new Date().toISOString(), level, message, ...fields };
  return toJson(record).replace(unsafe, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** A record that JSON can't hold is no reason to lose the rest of it. */
function toJson(record: Record<string, unknown>): string {
  try {
    return JSON.stringify(record, (_key, value: unknown) => {
      if (typeof value === "bigint") return String(value);
      return typeof value === "string" ? cut(value) : value;
    });
  } catch (error) {
    const { time, level, message } = record;
    return JSON.stringify({ time, level, message, unreadable: String(error) });
  }
}

function cut(text: string): string {
  return text.length > maxTextLength ? `${text.slice(0, maxTextLength)}…` : text;
}
