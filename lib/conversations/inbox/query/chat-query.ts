import { Rating } from "@/lib/db/generated/enums";

/** What the chats screen shows at once, in its order; `all` unless it is asked for another. */
export const chatViews = [
  "all",
  "waiting",
  "mine",
  "unassigned",
  "unanswered",
  "snoozed",
  "bot",
  "closed",
] as const;
export type ChatView = (typeof chatViews)[number];

/** Which chats are wanted, by the names that stand in an address. */
export type ChatQuery = {
  view: ChatView;
  bot?: string | undefined;
  /** The domain on whose pages the visitor wrote. */
  site?: string | undefined;
  /** A thumb that stands in the chat. */
  rating?: Rating | undefined;
  /** A tag that it has, as the team spells it. */
  tag?: string | undefined;
  /** Days of the newest activity, `2026-11-29`, both inclusive, in the team's time zone. */
  from?: string | undefined;
  to?: string | undefined;
};

export const chatQueryNames = ["view", "bot", "site", "rating", "tag", "from", "to"] as const;

/** Reads what stands in an address of the screen: what can't be read is as if it weren't there. */
export function readChatQuery(read: (name: string) => string | null | undefined): ChatQuery {
  const given = (name: string, pattern: RegExp) => {
    const value = read(name);
    return value && pattern.test(value) ? value : undefined;
  };
  const day = (name: string) => {
    const value = given(name, /^\d{4}-\d\d-\d\d$/);
    return value && isDay(value) ? value : undefined;
  };
  const view = read("view");
  const rating = read("rating");
  return {
    view: chatViews.find((known) => known === view) ?? "all",
    bot: given("bot", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    site: given("site", /^[^\0]{1,255}$/),
    rating: Object.values(Rating).find((known) => known === rating),
    tag: given("tag", /^[^\0]{1,30}$/u),
    from: day("from"),
    to: day("to"),
  };
}

/** As it stands in an address, always in the same order: `view=waiting&site=shop.example.com`; empty for all chats. */
export function writeChatQuery(query: ChatQuery): string {
  const given = chatQueryNames.flatMap((name) => {
    const value = query[name];
    return value === undefined || value === "all" ? [] : [[name, value]];
  });
  return new URLSearchParams(given).toString();
}

/**
 * Whether a calendar has it, from 1900 on: `2026-02-30` is none, and of the first centuries no time can be reckoned.
 */
export function isDay(text: string): boolean {
  if (text < "1900") return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
