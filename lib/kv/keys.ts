/**
 * Every key in the store, and how long each lives. Keys of one team share the hash tag `{teamId}`, so that a cluster
 * holds them together and one MULTI may change them together.
 */

const seconds = 1_000;
const minutes = 60 * seconds;
const hours = 60 * minutes;
const days = 24 * hours;

/** Milliseconds from the last write. */
export const kvTtlMs = {
  turns: 7 * days,
  feed: 7 * days,
  pulses: 1 * minutes,
  chats: 7 * days,
  idempotency: 24 * hours,
  botCeiling: 1 * days,
  sighting: 10 * seconds,
  usage: 40 * days,
} as const;

/** About how many entries a stream (`MAXLEN ~`) or a list keeps. */
export const kvMaxLength = { feed: 10_000, pulses: 200, turns: 1_000, chats: 1_000 } as const;

/** Stream: the turns of one conversation, one entry a turn. */
export function turnsKey(teamId: string, conversationId: string): string {
  return `turns:{${teamId}}:${conversationId}`;
}

/** Stream: everything that happens in a team's chats. */
export function feedKey(teamId: string): string {
  return `feed:{${teamId}}`;
}

/**
 * Stream: what is so for a moment in a team's chats, such as who is typing. Nobody goes on in it from where they were.
 */
export function pulsesKey(teamId: string): string {
  return `pulses:{${teamId}}`;
}

/** Sorted set: conversation id → last activity in ms since 1970. */
export function chatsKey(teamId: string): string {
  return `chats:{${teamId}}`;
}

/** String: there while the sorted set of chats is complete, not just what came since the store lost it. */
export function chatsReadyKey(teamId: string): string {
  return `chats-ready:{${teamId}}`;
}

/** String: what the chat list shows of one conversation. */
export function chatSummaryKey(teamId: string, conversationId: string): string {
  return `chat-summary:{${teamId}}:${conversationId}`;
}

/** String: there while a host that pages are fetched from was asked a moment ago, by whichever instance. */
export function hostTurnKey(host: string): string {
  return `host-turn:${host}`;
}

/** String: the first 2xx answer to a request with that Idempotency-Key, within one scope such as a bot and chat. */
export function idempotencyKey(scope: string, key: string): string {
  return `idem:${scope}:${key}`;
}

/** Sorted set: a subject's hits under one rule, by time. */
export function limitKey(rule: string, subject: string): string {
  return `limit:${rule}:${subject}`;
}

/** String: how many hits a subject had under one rule in one stretch of time. */
export function counterKey(rule: string, subject: string, stretch: number): string {
  return `limit:{${rule}:${subject}}:${stretch}`;
}

/**
 * Hash: a team's answered messages of a month, `2026-12`: `base`, those that the archive had when the counter was made,
 * at `since`, and `n`, those that came since.
 */
export function usageKey(teamId: string, month: string): string {
  return `usage:{${teamId}}:${month}`;
}

/** String: when messages to a bot were last refused by its ceiling. */
export function botCeilingKey(botId: string): string {
  return `bot-ceiling:${botId}`;
}

/** String: the domain on which a bot's widget was noted last. */
export function sightingKey(teamId: string, botId: string): string {
  return `sighting:{${teamId}}:${botId}`;
}

/** Never written: asked for to find out whether the store answers. */
export const probeKey = "probe";

/** Whether somebody may watch the stream: who reads a conversation's turns is woken by the team's feed. */
export function isWatched(key: string): boolean {
  return !key.startsWith("turns:");
}

/** The pub/sub channel that says, on Redis over TCP, that a stream grew. */
export function changedChannel(key: string): string {
  return `changed:${key}`;
}

/** A limit's log outlives its window, so that an instance whose clock runs behind still finds it. */
export function limitTtlMs(windowMs: number): number {
  return windowMs + 5 * seconds;
}
