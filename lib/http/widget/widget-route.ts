import type { ErrorResponse } from "@/lib/contract/envelopes";
import { errorStatus } from "@/lib/error-reasons";
import { type ToldLanguages, visitorLanguage } from "@/lib/i18n/visitor-language";
import { findWords } from "@/lib/i18n/words/find-words";
import { type WidgetErrorWords, widgetErrorWords } from "@/lib/i18n/words/widget-errors";
import { type Failure, toFailure } from "@/lib/to-failure";
import type { WidgetRequest } from "./widget-request";

export type WidgetHandler = (request: WidgetRequest) => Promise<Response>;
export type ToErrorBody = (error: unknown) => ErrorResponse;
/** Whoever reads the answer. */
export type Reader = {
  /** The handler fills in what it learns: words that are asked for afterwards are in the language that it tells. */
  told: ToldLanguages;
  words: () => WidgetErrorWords;
  /** The contract's error body of anything thrown, for an answer that has begun already. */
  toErrorBody: ToErrorBody;
};
type WidgetMethod = "GET" | "POST";

const failed = "widget request failed";

const corsHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Retry-After",
  "Cache-Control": "no-store",
};

/**
 * What answers one of the widget's addresses, whatever the method. CORS is outermost: every answer, errors and
 * preflights included, carries it; what the handler throws becomes the contract's error envelope.
 * @param method the one method the route answers; null when the address means nothing
 * @param answer returns the JSON body of a 200, or a whole response; a GET route also answers HEAD
 */
export function widgetRoute(
  method: WidgetMethod | null,
  answer: (request: WidgetRequest, reader: Reader) => Promise<object>,
): WidgetHandler {
  const allowed = method === null ? "OPTIONS" : method === "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";

  return async (request) => {
    if (request.method === "OPTIONS")
      return preflight(allowed, request.headers.get("access-control-request-headers"));
    const told: ToldLanguages = {
      page: null,
      acceptLanguage: request.headers.get("accept-language"),
      bot: null,
    };
    const words = () => widgetErrorWords[visitorLanguage(told)];
    const toErrorBody: ToErrorBody = (error) => errorBody(toFailure(error, failed), words());
    try {
      if (method !== null && request.method !== method && !(method === "GET" && request.method === "HEAD")) {
        const refusal = jsonResponse(errorStatus.method_not_allowed, {
          success: false,
          error: words().methodNotAllowed(method),
        });
        refusal.headers.set("Allow", allowed);
        return refusal;
      }
      const answered = await answer(request, { told, words, toErrorBody });
      return answered instanceof Response ? withCors(answered) : jsonResponse(200, answered);
    } catch (error) {
      return errorResponse(toFailure(error, failed), words());
    }
  };
}

/**
 * Allows the headers that it asks about: tools of the page (tracing, for one) add theirs to every request, and nothing
 * here is credentialed.
 */
function preflight(allowed: string, asked: string | null): Response {
  const own = "Content-Type, Accept, Idempotency-Key, Last-Event-ID, Dawen-Visitor";
  const others = asked && /^[\w!#$%&'*+.^`|~, -]{1,1000}$/.test(asked) ? `, ${asked}` : "";
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders,
      "Access-Control-Allow-Methods": allowed,
      "Access-Control-Allow-Headers": own + others,
      "Access-Control-Max-Age": "86400",
    },
  });
}

function withCors(response: Response): Response {
  for (const [name, value] of Object.entries(corsHeaders))
    if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}

/** Its body as it is, for a server that can send it without a stream: to make one costs more than to send it. */
class JsonResponse extends Response {
  constructor(
    readonly payload: string,
    init: ResponseInit,
  ) {
    super(null, init);
  }

  override get body() {
    return new Response(this.payload).body;
  }

  override async text() {
    return this.payload;
  }

  override async json() {
    return JSON.parse(this.payload);
  }
}

/** The body of a JSON answer of `widgetRoute`; null for any other response. */
export function payloadOf(response: Response): string | null {
  return "payload" in response && typeof response.payload === "string" ? response.payload : null;
}

function jsonResponse(status: number, body: object): Response {
  const headers = { ...corsHeaders, "Content-Type": "application/json; charset=utf-8" };
  return new JsonResponse(JSON.stringify(body), { status, headers });
}

function errorResponse(failure: Failure, words: WidgetErrorWords): Response {
  const response = jsonResponse(failure.status, errorBody(failure, words));
  if (failure.code === "rate_limited") response.headers.set("Retry-After", String(failure.retryAfter ?? 60));
  return response;
}

function errorBody(failure: Failure, words: WidgetErrorWords): ErrorResponse {
  return { success: false, error: errorSentence(failure, words) };
}

function errorSentence({ code, reason, lengths, retryAfter }: Failure, words: WidgetErrorWords): string {
  const said = findWords(words.byReason, reason);
  if (typeof said === "function") return said(lengths ?? { length: 0, max: 0 });
  if (said) return said;
  return code === "rate_limited" ? words.rateLimited(retryAfter ?? 60) : words.internal;
}
