import { z } from "zod";
import { patchBotInput } from "@/lib/bots/settings/patch-bot";
import { configFields } from "@/lib/contract/config-fields";
import { sourceQuote } from "@/lib/contract/message";
import { ConversationState, Rating } from "@/lib/db/generated/enums";
import { idInput } from "@/lib/id-input";
import { type Permission, permissions } from "@/lib/identity/permissions";
import { externalIdInput, putDocumentInput, putPairInput } from "@/lib/knowledge/external/external-document";
import { lineInput } from "@/lib/language/text-input";
import { type Scope, scopeNames } from "@/lib/scopes";

export type V1Method = "GET" | "PUT" | "PATCH" | "POST" | "DELETE";

export type V1Endpoint = {
  method: V1Method;
  /** Below `/api/v1`. */
  path: string;
  /** What its key must be allowed to do, of the dashboard's own table. */
  permission: Permission;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** What is answered when it is done, by status; null for no body. */
  answers: Partial<Record<200 | 201 | 204, z.ZodType | null>>;
};

const time = z.iso.datetime();
const id = idInput.meta({ format: "uuid" });

/** The names of a bot's settings as programs have them, by ours. */
export const settingNames = {
  name: "name",
  ...Object.fromEntries(Object.entries(configFields).map(([name, { wire }]) => [name, wire])),
  fallbackText: "fallback_text",
  contact: "contact",
  wordings: "wordings",
  instructions: "instructions",
  answerModel: "answer_model",
  unsupportedRule: "unsupported_rule",
  offersPerson: "person",
  masksPersonal: "masks_personal",
  sureness: "sureness",
} as Record<keyof Omit<z.output<typeof patchBotInput>, "botId">, string>;

/** The settings by the names that programs use. */
export const patchBotBody = z.strictObject(
  Object.fromEntries(
    Object.entries(settingNames).flatMap(([name, wire]) => {
      const field = Object.entries(patchBotInput.shape).find(([known]) => known === name)?.[1];
      return field ? [[wire, field]] : [];
    }),
  ),
);

const botShape = z.strictObject({
  id,
  /** The widget's token. */
  token: z.string(),
  ...patchBotBody.required().shape,
  retention_days: z.int().nullable(),
  created_at: time,
  updated_at: time,
});

const putState = {
  external_id: z.string(),
  title: z.string(),
  /** An `off` one is kept and answers nothing. */
  state: z.enum(["answering", "off"]),
  version: z.int(),
  /** SHA-256 of what was sent, where that is what answers. */
  hash: z.string().nullable(),
  created_at: time,
  updated_at: time,
};
const item = z.strictObject(putState);
const document = z.strictObject({ ...putState, content: z.string() });
const pair = z.strictObject({ ...putState, question: z.string(), answer: z.string() });
const result = z.enum(["created", "updated", "restored", "unchanged"]);
const put = z.strictObject({ result, ...putState });

const listOf = (one: z.ZodType) => z.strictObject({ data: z.array(one), next_cursor: z.string().nullable() });

const page = {
  limit: z.coerce.number("invalid").int("invalid").min(1, "invalid").max(200, "invalid").default(50),
  cursor: z.string().optional(),
};

const conversation = {
  id,
  bot_id: id,
  chat_id: z.string(),
  state: z.enum(ConversationState),
  domain: z.string().nullable(),
  started_at: time,
  last_activity_at: time,
  last_asked: z.string(),
  visitor_turns: z.int(),
  visitor: z.strictObject({ name: z.string().nullable(), email: z.string().nullable() }),
  contact: z.strictObject({ email: z.string().nullable(), phone: z.string().nullable() }),
  assignee: z.string().nullable(),
  ratings: z.array(z.enum(Rating)),
  tags: z.array(z.string()),
};
const turn = z.strictObject({
  id,
  role: z.enum(["visitor", "bot", "staff", "system"]),
  name: z.string(),
  texts: z.array(z.string()),
  state: z.string(),
  answered: z.boolean().nullable(),
  sources: z.array(sourceQuote),
  rating: z.enum(Rating).nullable(),
  at: time,
});

export const checkAnswerBody = z.strictObject({ question: lineInput(300) });

const answerStates = ["answered", "unsure", "unanswered", "small_talk"] as const;
const checked = z.strictObject({
  state: z.enum(answerStates),
  answered: z.boolean().nullable(),
  reply: z.string(),
  extra_replies: z.array(z.string()),
  sources: z.array(sourceQuote.extend({ external_id: z.string().optional() })),
  confidence: z.number().nullable(),
  answered_by: z.string(),
});

const ofPath = (kind: "documents" | "pairs") => `/bots/{bot_id}/${kind}/{external_id}`;

/** Every endpoint of programs with a key: what routes, checks, documents and tests are made of. */
export const v1Endpoints = {
  list_bots: { method: "GET", path: "/bots", permission: "bot.read", answers: { 200: listOf(botShape) } },
  get_bot: { method: "GET", path: "/bots/{bot_id}", permission: "bot.read", answers: { 200: botShape } },
  update_bot: {
    ...{ method: "PATCH", path: "/bots/{bot_id}", permission: "bot.update" },
    body: patchBotBody,
    answers: { 200: botShape },
  },
  put_document: {
    ...{ method: "PUT", path: ofPath("documents"), permission: "knowledge.write" },
    body: putDocumentInput,
    answers: { 200: put, 201: put },
  },
  list_documents: {
    ...{ method: "GET", path: "/bots/{bot_id}/documents", permission: "knowledge.read" },
    query: z.strictObject(page),
    answers: { 200: listOf(item) },
  },
  get_document: {
    ...{ method: "GET", path: ofPath("documents"), permission: "knowledge.read" },
    answers: { 200: document },
  },
  delete_document: {
    ...{ method: "DELETE", path: ofPath("documents"), permission: "knowledge.write" },
    answers: { 204: null },
  },
  put_pair: {
    ...{ method: "PUT", path: ofPath("pairs"), permission: "knowledge.write" },
    body: putPairInput,
    answers: { 200: put, 201: put },
  },
  list_pairs: {
    ...{ method: "GET", path: "/bots/{bot_id}/pairs", permission: "knowledge.read" },
    query: z.strictObject(page),
    answers: { 200: listOf(item) },
  },
  get_pair: {
    ...{ method: "GET", path: ofPath("pairs"), permission: "knowledge.read" },
    answers: { 200: pair },
  },
  delete_pair: {
    ...{ method: "DELETE", path: ofPath("pairs"), permission: "knowledge.write" },
    answers: { 204: null },
  },
  check_answer: {
    ...{ method: "POST", path: "/bots/{bot_id}/answers", permission: "answer.check" },
    body: checkAnswerBody,
    answers: { 200: checked },
  },
  list_conversations: {
    ...{ method: "GET", path: "/conversations", permission: "chat.read" },
    query: z.strictObject({
      ...page,
      view: z.enum(["all", "waiting", "unassigned", "unanswered", "snoozed", "bot", "closed"]).default("all"),
      bot_id: id.optional(),
      site: z.string().max(255).optional(),
      rating: z.enum(Rating).optional(),
      tag: z.string().max(30).optional(),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
    }),
    answers: { 200: listOf(z.strictObject(conversation)) },
  },
  get_conversation: {
    ...{ method: "GET", path: "/conversations/{conversation_id}", permission: "chat.read" },
    answers: { 200: z.strictObject({ ...conversation, turns: z.array(turn) }) },
  },
  export_conversation: {
    ...{ method: "GET", path: "/conversations/{conversation_id}/export", permission: "chat.export" },
    answers: { 200: null },
  },
  delete_conversation: {
    ...{ method: "DELETE", path: "/conversations/{conversation_id}", permission: "chat.delete" },
    answers: { 204: null },
  },
} as const satisfies Record<string, V1Endpoint>;

export type V1Name = keyof typeof v1Endpoints;
export const v1Names = Object.keys(v1Endpoints) as V1Name[];

/** What an endpoint's address is made with. */
export const pathParameters = {
  bot_id: z.string(),
  external_id: externalIdInput,
  conversation_id: z.string(),
} as const;

/** Of everything that fails (RFC 9457). */
export const problem = z.strictObject({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  reason: z.string().optional(),
  request_id: z.string(),
  errors: z.array(z.strictObject({ field: z.string(), code: z.string(), detail: z.string() })).optional(),
});
export type Problem = z.output<typeof problem>;

/** The statuses with which an endpoint may fail. */
export function failuresOf({ body, path, method }: V1Endpoint): number[] {
  const takesText = body !== undefined;
  return [
    ...(takesText || path.includes("external_id") || method === "GET" ? [400] : []),
    ...[401, 403],
    ...(path.includes("{") ? [404] : []),
    ...(takesText ? [413] : []),
    ...[429, 500],
  ];
}

/** The scopes of which one must be among a key's. */
export function scopesOf({ permission }: Pick<V1Endpoint, "permission">): Scope[] {
  const allowed: readonly string[] = permissions[permission];
  return scopeNames.filter((scope) => allowed.includes(scope));
}
