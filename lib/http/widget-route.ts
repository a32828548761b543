import { AppError, isAppError } from "@/lib/errors";
import { type WidgetErrorWords, widgetErrorWords } from "@/lib/i18n/widget-errors";
import { logError } from "@/lib/log";
import type { ErrorResponse } from "./contract";
import type { WidgetRequest } from "./widget-request";

type Handler = (request: WidgetRequest) => Promise<Response>;
export type ToErrorBody = (error: unknown) => ErrorResponse;
type WidgetMethod = "GET" | "POST";
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

const corsHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Retry-After",
  "Cache-Control": "no-store",
};

/**
 * All method exports of one public widget route. CORS is outermost: every answer, errors and preflights included,
 * carries it; what the handler throws becomes the contract's error envelope.
 * @param method the one method the route answers; null when the address means nothing
 * @param answer returns the JSON body of a 200, or a whole response; a GET route also answers HEAD. It is given what
 * makes the contract's error body of anything thrown, for an answer that has begun already.
 */
export function widgetRoute(
  method: WidgetMethod | null,
  answer: (request: WidgetRequest, toErrorBody: ToErrorBody) => Promise<object>,
): Record<(typeof methods)[number], Handler> {
  const allowed = method === null ? "OPTIONS" : method === "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";

  const handle: Handler = async (request) => {
    if (request.method === "OPTIONS") return preflight(allowed);
    const words = widgetErrorWords(request.headers.get("accept-language"));
    try {
      if (method !== null && request.method !== method && !(method === "GET" && request.method === "HEAD")) {
        const refusal = errorResponse(
          new AppError("method_not_allowed", request.method, { reason: method }),
          words,
        );
        refusal.headers.set("Allow", allowed);
        return refusal;
      }
      const answered = await answer(request, (error) => errorBody(toReported(error), words));
      return answered instanceof Response ? withCors(answered) : jsonResponse(200, answered);
    } catch (error) {
      return errorResponse(toReported(error), words);
    }
  };
  return {
    GET: handle,
    HEAD: handle,
    POST: handle,
    PUT: handle,
    PATCH: handle,
    DELETE: handle,
    OPTIONS: handle,
  };
}

function preflight(allowed: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders,
      "Access-Control-Allow-Methods": allowed,
      "Access-Control-Allow-Headers": "Content-Type, Accept, Idempotency-Key, Last-Event-ID",
      "Access-Control-Max-Age": "86400",
    },
  });
}

function withCors(response: Response): Response {
  for (const [name, value] of Object.entries(corsHeaders))
    if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}

/** The error as the contract knows it; what is a fault of ours is in the log then. */
function toReported(error: unknown): AppError {
  if (!isAppError(error) || error.status >= 500) logError("widget request failed", error);
  return isAppError(error) ? error : new AppError("internal", "unexpected", { cause: error });
}

/** Its body as it is, for a server that can send it without a stream. */
export class JsonResponse extends Response {
  constructor(
    readonly payload: string,
    init: ResponseInit,
  ) {
    super(payload, init);
  }
}

function jsonResponse(status: number, body: object): Response {
  const headers = { ...corsHeaders, "Content-Type": "application/json; charset=utf-8" };
  return new JsonResponse(JSON.stringify(body), { status, headers });
}

function errorResponse(error: AppError, words: WidgetErrorWords): Response {
  const response = jsonResponse(error.status, errorBody(error, words));
  if (error.code === "rate_limited") response.headers.set("Retry-After", String(error.retryAfter ?? 60));
  return response;
}

function errorBody(error: AppError, words: WidgetErrorWords): ErrorResponse {
  return { success: false, error: errorSentence(error, words) };
}

function errorSentence(error: AppError, words: WidgetErrorWords): string {
  switch (error.reason) {
    case "not_json":
      return words.notJson;
    case "too_large":
      return words.tooLarge;
    case "too_slow":
      return words.tooSlow;
    case "message_missing":
      return words.messageMissing;
    case "message_empty":
      return words.messageEmpty;
    case "message_too_long":
      return words.messageTooLong(Number(error.fields.length), Number(error.fields.max));
    case "chat_id_malformed":
      return words.chatIdMalformed;
    case "history_malformed":
      return words.historyMalformed;
    case "message_id_malformed":
      return words.messageIdMalformed;
    case "rating_malformed":
      return words.ratingMalformed;
    case "reason_malformed":
      return words.reasonMalformed;
    case "reason_too_long":
      return words.reasonTooLong(Number(error.fields.length), Number(error.fields.max));
    case "no_such_message":
      return words.noSuchMessage;
    case "idempotency_key_malformed":
      return words.idempotencyKeyMalformed;
    case "idempotency_key_reused":
      return words.idempotencyKeyReused;
    case "invalid_token":
      return words.invalidToken;
    case "no_route":
      return words.notFound;
  }
  if (error.code === "rate_limited") return words.rateLimited(error.retryAfter ?? 60);
  if (error.code === "method_not_allowed") return words.methodNotAllowed(error.reason ?? "");
  return words.internal;
}
