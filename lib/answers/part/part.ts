import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import type { ExtractedAnswer } from "../extract/extract-answer";
import type { Telling } from "../telling/read-telling";

/** One question of a message with what the documents say to it. */
export type Part = {
  question: string;
  search: BotSearch;
  telling: Telling;
  sureness: number;
  extracted: ExtractedAnswer;
};
