import { languageOfTag } from "./language-of-tag";
import { readAcceptLanguage } from "./read-accept-language";
import type { GreetingLanguage } from "./words/answer-words";

/** What a request has told so far of the language of who reads the answer; null where it said nothing. */
export type ToldLanguages = {
  /** The page's `locale` field. */
  page: string | null;
  acceptLanguage: string | null;
  /** The bot's setting. */
  bot: string | null;
};

/** The language of what the server itself says to a visitor: the first one of those told that there are words in. */
export function visitorLanguage({ page, acceptLanguage, bot }: ToldLanguages): GreetingLanguage {
  const tags = [page ?? "", ...readAcceptLanguage(acceptLanguage), bot ?? ""];
  for (const tag of tags) {
    const language = languageOfTag(tag);
    if (language) return language;
  }
  return "zh-TW";
}
