import type { SourceQuote } from "@/lib/contract/message";
import type { TurnSource } from "@/lib/conversations/turns/turn";

/** What a visitor reads of an answer's sources. */
export function toQuotes(sources: readonly TurnSource[]): SourceQuote[] {
  return sources.map(({ title, quote, best, url }) => ({
    title,
    quote,
    ...(best && { best }),
    ...(url && { url }),
  }));
}
