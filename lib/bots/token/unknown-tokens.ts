import { BoundedCache } from "@/lib/bounded-cache";
import { processWide } from "@/lib/process-wide";

/** A token comes into being with its bot: only that of a bot which was taken away and brought back was unknown before. */
const ageMs = 10_000;

/** Whether the token was looked for in vain within the last ten seconds. */
export function isUnknownToken(token: string): boolean {
  const at = lookedForAt().get(token);
  return at !== undefined && performance.now() - at < ageMs;
}

export function rememberUnknownToken(token: string): void {
  lookedForAt().set(token, performance.now());
}

export function forgetUnknownToken(token: string): void {
  lookedForAt().delete(token);
}

/** Apart from the bots that are remembered, which these must not push out. */
function lookedForAt(): BoundedCache<number> {
  return processWide(
    "unknown-tokens",
    () => new BoundedCache<number>({ maxLength: 2_000, lengthOf: () => 1 }),
  );
}
