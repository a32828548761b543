import { z } from "zod";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { type FieldFault, readFault } from "@/lib/field-faults";
import type { WidgetHandler } from "@/lib/http/widget/widget-route";
import { negotiateLocale } from "@/lib/i18n/negotiate-locale";
import { can } from "@/lib/identity/permissions";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { toFailure } from "@/lib/to-failure";
import type { Answered, Call } from "./call";
import { pathParameters, scopesOf, type V1Endpoint, type V1Name, v1Endpoints } from "./endpoints";
import { v1Handlers } from "./handlers/all-handlers";
import { createKeyGate, type Let } from "./key-gate";
import { matchEndpoint } from "./match-endpoint";
import { type Hint, problemOf } from "./problem";
import { readApiBody } from "./read-api-body";

const root = "/api/v1";

/** Faults of one request that are told. */
const mostErrors = 20;

/**
 * What answers `/api/v1`: the key first with its limits, then its scope, then the request by the endpoint's schemas,
 * then the endpoint. What fails is a problem (RFC 9457) with nothing done.
 */
export function createApi(ctx: Ctx, gate = createKeyGate(ctx)): WidgetHandler {
  return async (request) => {
    const locale = negotiateLocale(request.headers.get("accept-language"));
    const headers = new Headers({
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    });
    const hint: Hint = {};
    let entered: Let | undefined;
    try {
      const { pathname, searchParams } = new URL(request.url);
      const matched = matchEndpoint(pathname.slice(root.length));
      entered = await gate.enter(request);
      noteLimit(headers, entered.left);
      if (!matched) throw new AppError("not_found", "no such endpoint");
      const method = request.method === "HEAD" ? "GET" : request.method;
      const name = matched.byMethod.get(method);
      if (name === undefined) {
        headers.set("Allow", [...matched.byMethod.keys()].join(", "));
        throw new AppError("method_not_allowed", "not this method");
      }
      const endpoint: V1Endpoint = v1Endpoints[name];
      if (!can(entered.ctx.actor, endpoint.permission)) {
        hint.scopes = scopesOf(endpoint);
        throw new AppError("forbidden", `the key lacks ${endpoint.permission}`, { reason: "scope_missing" });
      }
      const params = readParams(matched.params);
      const query = readFields(endpoint.query ?? z.strictObject({}), Object.fromEntries(searchParams), hint);
      const sent = endpoint.body ? await readApiBody(request) : {};
      const body = endpoint.body ? readFields(endpoint.body, sent, hint) : null;
      const answered = await run(name, {
        ...{ ctx: entered.ctx, params, query, body, sent, request, locale },
      });
      return toResponse(answered, headers);
    } catch (error) {
      const failure = toFailure(error, "an API request failed");
      if (failure.status === 401) headers.set("WWW-Authenticate", 'Bearer realm="dawen"');
      if (failure.code === "rate_limited") {
        headers.set("Retry-After", String(failure.retryAfter ?? 60));
        if (!failure.reason) headers.set("RateLimit-Remaining", "0");
      }
      headers.set("Content-Type", "application/problem+json; charset=utf-8");
      const problem = problemOf(failure, locale, hint);
      return new Response(JSON.stringify(problem), { status: failure.status, headers });
    } finally {
      if (entered) gate.leave(entered.ctx.actor.keyId);
    }
  };
}

/** The caller has read what the endpoint's own schemas take, so that its handler gets what its type says. */
function run(name: V1Name, call: unknown): Promise<Answered> {
  return (v1Handlers[name] as (call: unknown) => Promise<Answered>)(call);
}

function readParams(given: Record<string, string>): Call["params"] {
  const external =
    given.external_id === undefined ? null : pathParameters.external_id.safeParse(given.external_id);
  if (external && !external.success)
    throw new AppError("invalid_input", "no external id", { reason: "external_id_malformed" });
  return {
    bot_id: given.bot_id ?? "",
    external_id: external?.data ?? "",
    conversation_id: given.conversation_id ?? "",
  };
}

/** Throws AppError `invalid_input` naming each field that is wrong; of unknown ones the hint gets those that are. */
function readFields(
  schema: z.ZodObject,
  given: Record<string, unknown>,
  hint: Hint,
): Record<string, unknown> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields: Record<string, FieldFault> = {};
  let isUnknown = false;
  for (const issue of parsed.error.issues) {
    const isOfNone = issue.code === "unrecognized_keys" && issue.path.length === 0;
    isUnknown ||= isOfNone;
    for (const field of isOfNone ? issue.keys.slice(0, mostErrors) : [String(issue.path[0] ?? "")]) {
      if (Object.keys(fields).length >= mostErrors) break;
      fields[field.slice(0, 100)] ??= isOfNone ? { fault: "unknown" } : readFault(issue.message);
    }
  }
  const reason = isUnknown ? ("unknown_field" as const) : undefined;
  if (isUnknown) hint.fields = Object.keys(schema.shape);
  throw new AppError("invalid_input", "fields that can't be taken", { fields, reason });
}

function toResponse(answered: Answered, headers: Headers): Response {
  if (answered instanceof Response) {
    for (const [name, value] of headers) answered.headers.set(name, value);
    return answered;
  }
  if (answered.status === 204) return new Response(null, { status: 204, headers });
  headers.set("Content-Type", "application/json; charset=utf-8");
  return new Response(JSON.stringify(answered.body), { status: answered.status, headers });
}

function noteLimit(headers: Headers, left: number): void {
  const { limit, windowMs } = limitPolicies.apiKey;
  headers.set("RateLimit-Limit", String(limit));
  headers.set("RateLimit-Remaining", String(left));
  headers.set("RateLimit-Reset", String(Math.ceil((windowMs - (Date.now() % windowMs)) / 1000)));
}
