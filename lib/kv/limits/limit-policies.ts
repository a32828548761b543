import { type Env, env } from "@/lib/env";

export type LimitPolicy = {
  /** Part of the key: hits of one rule never count for another. */
  rule: string;
  /** How many hits one subject has within the window. */
  limit: number;
  windowMs: number;
  /**
   * Unless said each hit is kept, so that the window slides exactly: for small limits. `counter` keeps two numbers, the
   * hits of this stretch of time and those of the one before, which count by how much of it still lies in the window.
   */
  kind?: "counter";
  /** No hit is ever taken back: a process that was refused knows until when, and asks the store no more. */
  isFinal?: true;
  /** The variable by which an operator sets the limit; 0 lifts it. */
  variable?: keyof Pick<Env, "LIMIT_BOT_PER_MINUTE" | "LIMIT_BOT_PER_DAY" | "LIMIT_NEW_CHATS_PER_HOUR">;
  /** The share of the variable's value that this rule has. */
  share?: number;
};

const seconds = 1_000;
const minutes = 60 * seconds;
const hours = 60 * minutes;

/**
 * Every rate limit and ceiling of the product; docs/decisions/043-ceilings.md says what people see at each. An address
 * is the visitor's as the server sees it (IPv6 by /64).
 */
export const limitPolicies = {
  /** Of one address, over all bots. */
  widgetMessage: { rule: "widget-message", limit: 20, windowMs: minutes, isFinal: true },
  widgetPing: { rule: "widget-ping", limit: 30, windowMs: minutes, isFinal: true },
  widgetFeedback: { rule: "widget-feedback", limit: 30, windowMs: minutes, isFinal: true },
  /** Contacts left from one address. */
  widgetContact: { rule: "widget-contact", limit: 10, windowMs: 10 * minutes, isFinal: true },
  /** Pictures sent from one address, which count as messages, too; those of one chat. */
  widgetFiles: { rule: "widget-files", limit: 10, windowMs: minutes, isFinal: true },
  chatFiles: { rule: "chat-files", limit: 60, windowMs: 24 * hours, isFinal: true },
  /** Pictures that one member sends. */
  memberPictures: { rule: "member-pictures", limit: 60, windowMs: 10 * minutes, isFinal: true },
  /** Pictures of themselves that one member tries. */
  ownPictures: { rule: "own-pictures", limit: 20, windowMs: 10 * minutes, isFinal: true },
  /**
   * Looks at what people wrote: a page that can hold no stream asks every three seconds, those behind one address
   * together.
   */
  widgetEvents: { rule: "widget-events", limit: 600, windowMs: minutes, kind: "counter" },
  /** A page says every three seconds that its visitor writes, those behind one address together. */
  widgetTyping: { rule: "widget-typing", limit: 300, windowMs: minutes, kind: "counter" },
  /** Requests of one address whose token is no bot's. */
  unknownToken: { rule: "unknown-token", limit: 120, windowMs: minutes, isFinal: true },
  /** Different chats that one IPv4 address began or went on with, over all bots. */
  newChats: {
    rule: "new-chats",
    limit: 240,
    windowMs: hours,
    variable: "LIMIT_NEW_CHATS_PER_HOUR",
  },
  /** The same of one IPv6 /48, whose holder has 65,536 addresses as we count them. */
  newChatsByPrefix: {
    rule: "new-chats-48",
    limit: 120,
    windowMs: hours,
    variable: "LIMIT_NEW_CHATS_PER_HOUR",
    share: 0.5,
  },
  /** Messages to one bot, from everywhere. */
  botMinute: {
    kind: "counter",
    rule: "bot-minute",
    limit: 300,
    windowMs: minutes,
    variable: "LIMIT_BOT_PER_MINUTE",
  },
  botDay: {
    kind: "counter",
    rule: "bot-day",
    limit: 20_000,
    windowMs: 24 * hours,
    variable: "LIMIT_BOT_PER_DAY",
  },
  /** Texts of the public tools, of one address. */
  siteTool: { rule: "site-tool", limit: 20, windowMs: minutes },
  /** Wrong guesses; an account is what was typed. */
  signInByIp: { rule: "sign-in-ip", limit: 50, windowMs: 15 * minutes },
  signInByAccount: { rule: "sign-in-account", limit: 30, windowMs: 15 * minutes },
  signInByAccountAndIp: { rule: "sign-in-account-ip", limit: 10, windowMs: 15 * minutes },
  /** Of a browser that signed in to the account before, in place of the three above. */
  signInByKnownBrowser: { rule: "sign-in-browser", limit: 10, windowMs: 15 * minutes },
  signUp: { rule: "sign-up", limit: 30, windowMs: hours },
  passwordChange: { rule: "password-change", limit: 6, windowMs: 15 * minutes },
  /** Asking for a link that sets a password: of one address, and for one account, which is what was typed. */
  resetRequestByIp: { rule: "reset-request-ip", limit: 20, windowMs: hours },
  resetRequestByAccount: { rule: "reset-request-account", limit: 3, windowMs: hours },
  /** Mails that members of a team have sent to an address of their choice: strangers may own teams. */
  inviteMailByTeam: { rule: "invite-mail-team", limit: 50, windowMs: 24 * hours },
  inviteMailByAddress: { rule: "invite-mail-address", limit: 5, windowMs: 24 * hours },
  /** Requests with one key, those of them that ask for an answer, and of one address with what is no key. */
  apiKey: { rule: "api-key", limit: 600, windowMs: minutes, kind: "counter" },
  apiAnswers: { rule: "api-answers", limit: 60, windowMs: minutes, kind: "counter" },
  unknownKey: { rule: "unknown-key", limit: 60, windowMs: minutes, isFinal: true },
  /** Files that are handed in, of one member. */
  fileUpload: { rule: "file-upload", limit: 600, windowMs: 10 * minutes, kind: "counter" },
  /** Tries of the connections, of one member. */
  connectionTest: { rule: "connection-test", limit: 6, windowMs: 10 * minutes },
  testMailByAddress: { rule: "test-mail-address", limit: 10, windowMs: 24 * hours },
} as const satisfies Record<string, LimitPolicy>;

/**
 * How much may be open at once. An address is counted as above; past a ceiling the answer is a 429 with Retry-After.
 * Loopback is not counted: a proxy on the machine, and the machine's own programs, come from there.
 */
export const openCeilings = {
  /** Of one address: a school behind one address has about two a person. */
  connectionsOfAddress: 1_000,
  /** Of one address behind a trusted proxy, whose connections say nothing: requests under way, streams included. */
  requestsOfAddress: 500,
  /** Of one signed-in session: tabs that show chats. */
  liveStreamsOfSession: 50,
  /** Of one signed-in session: files that are on their way, up to 100 MiB each; our page sends three at once. */
  uploadsOfSession: 10,
  /** Of one key: requests under way. */
  requestsOfKey: 20,
  /** Of one address: bytes of pages' and actions' bodies that wait in memory. */
  bodyBytesOfAddress: 16 * 1024 * 1024,
} as const;

/** The longest body of a page, a server action or a dashboard request, in bytes. */
export const maxPageBodyBytes = 1024 * 1024;
/** The limit that counts here: the operator's where one is set; null for none. */
export function limitOf({ limit, variable, share = 1 }: LimitPolicy): number | null {
  const value = variable === undefined ? undefined : env()[variable];
  if (value === undefined) return limit;
  return value === 0 ? null : Math.max(1, Math.floor(value * share));
}
