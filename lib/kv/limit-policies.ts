export type LimitPolicy = {
  /** Part of the key: hits of one rule never count for another. */
  rule: string;
  /** How many hits one subject has within the window. */
  limit: number;
  windowMs: number;
};

const seconds = 1_000;
const minutes = 60 * seconds;

/** Every rate limit of the product. A subject is an IP as the server sees it (IPv6 by /64), or an account. */
export const limitPolicies = {
  widgetMessage: { rule: "widget-message", limit: 20, windowMs: 60 * seconds },
  widgetPing: { rule: "widget-ping", limit: 30, windowMs: 60 * seconds },
  widgetFeedback: { rule: "widget-feedback", limit: 30, windowMs: 60 * seconds },
  signInByIp: { rule: "sign-in-ip", limit: 50, windowMs: 15 * minutes },
  signInByAccount: { rule: "sign-in-account", limit: 30, windowMs: 15 * minutes },
  signInByAccountAndIp: { rule: "sign-in-account-ip", limit: 10, windowMs: 15 * minutes },
  signUp: { rule: "sign-up", limit: 30, windowMs: 60 * minutes },
  passwordChange: { rule: "password-change", limit: 6, windowMs: 15 * minutes },
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
  /** Of one address: bytes of pages' and actions' bodies that wait in memory. */
  bodyBytesOfAddress: 16 * 1024 * 1024,
} as const;

/** The longest body of a page, a server action or a dashboard request, in bytes. */
export const maxPageBodyBytes = 1024 * 1024;
