import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import type { Quote } from "../extract/quote/quote";
import { speakQuote } from "../extract/quote/speak-quote";

/** A quote of one of the passages found, as it is said; none where it says nothing. */
export function speak({ passages }: BotSearch, quote: Quote): string[] {
  const found = passages[quote.passage];
  return found ? [speakQuote(found, quote)].filter(Boolean) : [];
}
