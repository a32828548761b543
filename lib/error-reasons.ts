/** Every error code of the product with the HTTP status it travels as. The only such table. */
export const errorStatus = {
  bad_request: 400,
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  /** The team has as much as it may have: trying again later doesn't help. */
  limit_exceeded: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  content_too_large: 413,
  rate_limited: 429,
  internal: 500,
  unavailable: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/**
 * Where a reason has words of its own: in the dashboard's catalogs, in what the public endpoints answer, in both, or in
 * what programs with a key are answered; `code` says that the words of its code do.
 */
type Surface = "dashboard" | "widget" | "both" | "api" | "code";

const of = <C extends ErrorCode, S extends Surface>(code: C, surface: S) =>
  ({ code, surface, isCounted: false, isFailure: true }) as const;

/** Something that the operator left out: no failure, and strangers may ask for it as often as they like. */
const leftOut = <C extends ErrorCode, S extends Surface>(code: C, surface: S) =>
  ({ ...of(code, surface), isFailure: false }) as const;

/** A text's length against its limit: the words say both. */
const counted = <C extends ErrorCode, S extends Surface>(code: C, surface: S) =>
  ({ ...of(code, surface), isCounted: true }) as const;

/** Every reason inside a code. The words of each surface are typed by it: one without them fails the type check. */
export const errorReasons = {
  not_a_form: of("bad_request", "code"),
  not_json: of("bad_request", "widget"),
  too_large: of("bad_request", "widget"),
  too_slow: of("bad_request", "widget"),
  message_missing: of("bad_request", "widget"),
  message_empty: of("bad_request", "widget"),
  message_too_long: counted("bad_request", "widget"),
  chat_id_malformed: of("bad_request", "widget"),
  history_malformed: of("bad_request", "widget"),
  message_id_malformed: of("bad_request", "widget"),
  rating_malformed: of("bad_request", "widget"),
  reason_malformed: of("bad_request", "widget"),
  reason_too_long: counted("bad_request", "widget"),
  contact_missing: of("bad_request", "widget"),
  name_malformed: of("bad_request", "widget"),
  email_malformed: of("bad_request", "widget"),
  email_without_name: of("bad_request", "widget"),
  email_without_domain: of("bad_request", "widget"),
  phone_malformed: of("bad_request", "widget"),
  phone_has_letters: of("bad_request", "widget"),
  phone_too_short: of("bad_request", "widget"),
  phone_too_long: of("bad_request", "widget"),
  consent_malformed: of("bad_request", "widget"),
  question_malformed: of("bad_request", "widget"),
  idempotency_key_malformed: of("bad_request", "widget"),
  idempotency_key_reused: of("bad_request", "widget"),
  form_malformed: of("bad_request", "widget"),
  picture_too_large: of("bad_request", "both"),
  picture_type: of("bad_request", "both"),
  picture_pixels: of("bad_request", "both"),
  picture_broken: of("bad_request", "both"),
  picture_unseen: of("bad_request", "widget"),
  no_such_message: of("not_found", "widget"),
  no_such_chat: of("not_found", "widget"),
  invalid_token: of("not_found", "widget"),
  no_route: of("not_found", "widget"),

  body_not_json: of("bad_request", "api"),
  body_too_slow: of("bad_request", "api"),
  body_too_large: of("content_too_large", "api"),
  unknown_field: of("invalid_input", "api"),
  cursor_malformed: of("invalid_input", "api"),
  external_id_malformed: of("invalid_input", "api"),
  key_missing: of("unauthenticated", "api"),
  key_unknown: of("unauthenticated", "api"),
  key_revoked: of("unauthenticated", "api"),
  key_expired: of("unauthenticated", "api"),
  scope_missing: of("forbidden", "api"),
  too_many_at_once: of("rate_limited", "api"),

  wrong_credentials: of("unauthenticated", "dashboard"),
  origin: of("forbidden", "dashboard"),
  no_team: of("forbidden", "dashboard"),
  left_team: of("forbidden", "dashboard"),
  signup_closed: of("forbidden", "dashboard"),
  invite_required: of("forbidden", "dashboard"),
  invite_ended: of("forbidden", "dashboard"),
  invite_other_email: of("forbidden", "dashboard"),
  invite_invalid: of("not_found", "dashboard"),
  link_invalid: of("not_found", "dashboard"),
  wrong_password: of("invalid_input", "dashboard"),
  same_password: of("invalid_input", "dashboard"),
  weak_password: of("invalid_input", "dashboard"),
  last_owner: of("conflict", "dashboard"),
  already_member: of("conflict", "dashboard"),
  edited_elsewhere: of("conflict", "dashboard"),
  part_changed: of("conflict", "dashboard"),
  acts_elsewhere: of("conflict", "dashboard"),
  chat_taken: of("conflict", "dashboard"),
  chat_closed: of("conflict", "dashboard"),
  chat_not_taken: of("conflict", "dashboard"),
  snooze_closed: of("conflict", "dashboard"),
  snooze_malformed: of("invalid_input", "dashboard"),
  snooze_past: of("invalid_input", "dashboard"),
  snooze_far: of("invalid_input", "dashboard"),
  email_taken: of("conflict", "dashboard"),
  chat_assigned: of("conflict", "dashboard"),
  too_many_tags: of("limit_exceeded", "dashboard"),
  too_many_team_tags: of("limit_exceeded", "dashboard"),
  too_many_document_tags: of("limit_exceeded", "dashboard"),
  too_many_bot_tags: of("limit_exceeded", "dashboard"),
  too_many_replies: of("limit_exceeded", "dashboard"),
  too_many_keys: of("limit_exceeded", "dashboard"),
  too_many_bots: of("limit_exceeded", "dashboard"),
  too_many_documents: of("limit_exceeded", "dashboard"),
  too_many_files: of("limit_exceeded", "dashboard"),
  too_many_addresses: of("limit_exceeded", "dashboard"),
  plan_over: of("limit_exceeded", "dashboard"),
  plan_bots: of("limit_exceeded", "dashboard"),
  plan_documents: of("limit_exceeded", "dashboard"),
  plan_characters: of("limit_exceeded", "dashboard"),
  plan_seats: of("limit_exceeded", "dashboard"),
  plan_retention: of("limit_exceeded", "dashboard"),
  team_full: of("limit_exceeded", "dashboard"),

  address_malformed: of("invalid_input", "dashboard"),
  address_refused: of("invalid_input", "dashboard"),
  redirected_too_often: of("invalid_input", "dashboard"),
  fetch_too_large: of("invalid_input", "dashboard"),
  fetch_timed_out: of("invalid_input", "dashboard"),
  fetch_failed: of("invalid_input", "dashboard"),

  file_too_large: of("invalid_input", "dashboard"),
  mail_none: leftOut("unavailable", "dashboard"),
  mail_unreachable: of("unavailable", "dashboard"),
  mail_timed_out: of("unavailable", "dashboard"),
  mail_hung_up: of("unavailable", "dashboard"),
  mail_tls: of("unavailable", "dashboard"),
  mail_login: of("unavailable", "dashboard"),
  mail_later: of("unavailable", "dashboard"),
  mail_refused: of("unavailable", "dashboard"),
  mail_address: of("unavailable", "dashboard"),
  mail_failed: of("unavailable", "dashboard"),
  storage_unreachable: of("unavailable", "dashboard"),
  storage_timed_out: of("unavailable", "dashboard"),
  storage_tls: of("unavailable", "dashboard"),
  storage_login: of("unavailable", "dashboard"),
  storage_clock: of("unavailable", "dashboard"),
  storage_bucket: of("unavailable", "dashboard"),
  storage_region: of("unavailable", "dashboard"),
  storage_full: of("unavailable", "dashboard"),
  storage_denied: of("unavailable", "dashboard"),
  storage_failed: of("unavailable", "dashboard"),
  kv_down: of("unavailable", "code"),
  model_failed: of("unavailable", "code"),
  // What only the browser finds out about an action.
  offline: of("unavailable", "dashboard"),
  unreachable: of("unavailable", "dashboard"),
  server_away: of("unavailable", "dashboard"),
  form_too_large: of("unavailable", "dashboard"),
  page_outdated: of("unavailable", "dashboard"),
} as const;

type Table = typeof errorReasons;

export type ErrorReason = keyof Table;
/** The reasons that an error of this code may have. */
export type ReasonOf<C extends ErrorCode> = {
  [R in ErrorReason]: Table[R]["code"] extends C ? R : never;
}[ErrorReason];
export type CountedReason = {
  [R in ErrorReason]: Table[R]["isCounted"] extends true ? R : never;
}[ErrorReason];

/** How long a text is and how long it may be, in code points. */
export type Lengths = { length: number; max: number };

/** The words of a surface: a sentence for each of its reasons, made of the lengths where they are counted. */
export type ReasonWords<S extends Surface> = {
  [R in ErrorReason as Table[R]["surface"] extends S | (S extends "api" ? never : "both")
    ? R
    : never]: R extends CountedReason ? (lengths: Lengths) => string : string;
};

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorStatus, text);
}

export function isErrorReason(text: string): text is ErrorReason {
  return Object.hasOwn(errorReasons, text);
}
