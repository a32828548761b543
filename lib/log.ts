import { env } from "@/lib/env";

const levels = { debug: 10, info: 20, warn: 30, error: 40 } as const;
type Level = keyof typeof levels;

/** One line of JSON a record on standard error. Values must hold no secrets and no visitor text. */
export function log(level: Level, message: string, fields: Record<string, unknown> = {}): void {
  if (levels[level] < levels[env().LOG_LEVEL]) return;
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`);
}

export function logError(message: string, error: unknown, fields: Record<string, unknown> = {}): void {
  const detail =
    error instanceof Error ? { error: error.message, stack: error.stack } : { error: String(error) };
  log("error", message, { ...fields, ...detail });
}
