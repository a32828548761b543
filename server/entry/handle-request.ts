import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Env } from "@/lib/env";
import { clientSubject } from "@/lib/http/client-ip";
import { isSameOrigin } from "@/lib/http/is-same-origin";
import { localeHeader, readLocaleAddress } from "@/lib/i18n/locale-address";
import type { RefusalStatus } from "@/lib/i18n/words/refusal-text";
import { openCeilings } from "@/lib/kv/limits/limit-policies";
import { logError } from "@/lib/log";
import { type RequestContext, withRequest } from "@/lib/request-context";
import { limitBodyTime } from "@/server/connections/body-deadline";
import { isOneTooMany } from "@/server/connections/limit-connections";
import { OpenCounter } from "@/server/connections/open-counter";
import { createProxyWatch } from "@/server/connections/warn-of-proxy";
import type { Health } from "@/server/routes/health";
import { answerMalformed } from "./answer-malformed";
import { bufferBody } from "./buffer-body";
import { hasDoubledHeader } from "./headers/has-doubled-header";
import { checkNextHeaders } from "./headers/next-headers";
import { setResponseHeaders } from "./headers/response-headers";
import { dropInternalHeaders, sanitizeHeaders } from "./headers/sanitize-headers";
import { uploadBot } from "./is-upload";
import { loggedPath } from "./logged-path";
import { isOpenPath } from "./next-paths";
import { type FindPartner, notePartner } from "./note-partner";
import { allowedMethods, createRefusal } from "./refusal";
import { requestIdOf } from "./request-id";
import { isMeantForApi, isMeantForWidget, parseRequestTarget, type RequestTarget } from "./request-target";
import { isForSitePage, sendWithoutScripts } from "./send-without-scripts";

const maxDrainedLength = 1024 * 1024;

export type PageHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export type RequestEntryOptions = {
  env: Pick<Env, "TRUSTED_PROXY_HOPS" | "BASE_URL">;
  isDev: boolean;
  health: Health;
  /** Next's request handler, once it is ready; requests that come earlier wait. */
  pages: Promise<PageHandler>;
  /** Whose a code is; without it no partner's link is kept. */
  findPartner?: FindPartner;
};

/**
 * Everything before Next: method, target and host are checked and brought to one form, headers set, failures answered.
 */
export function createRequestEntry({
  env,
  isDev,
  health,
  pages,
  findPartner,
}: RequestEntryOptions): RequestListener {
  const headerOptions = { isDev, isHttps: env.BASE_URL?.startsWith("https:") ?? false };
  const methods: readonly string[] = allowedMethods;
  const hops = env.TRUSTED_PROXY_HOPS;
  const hasProxy = hops > 0;
  const watchForProxy = createProxyWatch(env);
  const underWay = new OpenCounter(openCeilings.requestsOfAddress);

  const check = (req: IncomingMessage, target: RequestTarget | null): RefusalStatus | null => {
    if (isOneTooMany(req.socket)) return 429;
    if (!methods.includes(req.method ?? "")) return 405;
    if (req.url === "*" && req.method === "OPTIONS") return null;
    if (hasDoubledHeader(req)) return 400;
    watchForProxy(req.headers);
    const hasHost = sanitizeHeaders(req.headers, { httpVersion: req.httpVersion, hasProxy });
    if (!target || !hasHost) return 400;
    if (target.kind === "widget-api") dropInternalHeaders(req.headers);
    if (target.kind !== "page") return null;
    // Next would answer such a server action with a 500.
    if (isWrite(req) && !isSameOrigin(req.headers)) return 403;
    if (isDev) return null;
    return isOpenPath(target.url) ? (checkNextHeaders(req.headers) ? null : 400) : 404;
  };

  const answer = async (req: IncomingMessage, res: ServerResponse, request: RequestContext) => {
    const rawTarget = req.url ?? "";
    const target = parseRequestTarget(rawTarget);
    const isWidget = target ? target.kind === "widget-api" : isMeantForWidget(rawTarget);
    const refusal = check(req, target);
    if (refusal) return refuse(req, res, refusal, isWidget);
    if (!target) return answerServerOptions(res);
    if (health.answer(req, res, target.url)) return;

    req.url = noteLocale(req, target.url);
    setResponseHeaders(req, res, target, headerOptions);
    try {
      const handle = await pages;
      if (findPartner && target.kind === "page")
        await notePartner(req, res, { find: findPartner, isHttps: headerOptions.isHttps });
      if (!isDev && isForSitePage(req)) sendWithoutScripts(req, res);
      if (target.kind !== "page" || !isWrite(req) || uploadBot(req)) return await handle(req, res);
      const read = hasBody(req) ? await bufferBody(req, request.client) : req;
      if (read === null) return;
      if (typeof read === "number") return refuse(req, res, read, isWidget);
      // In development a page that doesn't compile should say so.
      if (!isDev) {
        request.isReached = false;
        answerMalformed(res, request);
      }
      await handle(read, res);
    } catch (error) {
      logError("request failed", error, { method: req.method, path: loggedPath(target.url) });
      refuse(req, res, 500, isWidget);
    }
  };

  return async (req, res) => {
    const { remoteAddress } = req.socket;
    const request: RequestContext = {
      id: requestIdOf(req.headers, hasProxy),
      client: clientSubject({ remoteAddress, forwardedFor: req.headers["x-forwarded-for"] }, hops),
      isReached: true,
      isMalformed: false,
    };
    res.setHeader("X-Request-Id", request.id);
    const isWidget = isMeantForWidget(req.url ?? "");
    const kind = isWidget ? "widget" : uploadBot(req) ? "file" : "page";
    if (hasBody(req)) limitBodyTime(req, res, { kind, refuse: () => refuse(req, res, 408, isWidget) });
    if (hasProxy) {
      if (!underWay.open(request.client)) return refuse(req, res, 429, isWidget);
      res.once("close", () => underWay.close(request.client));
    }
    await withRequest(request, () => answer(req, res, request));
  };
}

/** Ends the response with a refusal; when one has begun already there is nothing left but to cut it off. */
function refuse(req: IncomingMessage, res: ServerResponse, status: RefusalStatus, isWidget: boolean): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const { headers, body } = createRefusal(status, {
    isWidget,
    ...(isMeantForApi(req.url ?? "") && {
      ofApi: { requestId: String(res.getHeader("X-Request-Id") ?? "") },
    }),
    acceptLanguage: req.headers["accept-language"],
  });
  if (!canDrain(req) || status === 408 || isOneTooMany(req.socket)) res.setHeader("Connection", "close");
  res.writeHead(status, headers).end(req.method === "HEAD" ? undefined : body);
}

/**
 * Takes the language out of an address that names one, for `getAddressLocale`, and gives the address of the page
 * itself.
 */
function noteLocale(req: IncomingMessage, address: string): string {
  const ofLanguage = readLocaleAddress(address);
  delete req.headers[localeHeader];
  if (ofLanguage) req.headers[localeHeader] = ofLanguage.locale;
  return ofLanguage?.url ?? address;
}

function isWrite({ method }: IncomingMessage): boolean {
  return method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/**
 * Whether the rest of the body may be read and thrown away, as Node does on a connection that stays. On one that is
 * closed a client that is still sending sees it break off, and never the answer.
 */
export function canDrain(req: IncomingMessage): boolean {
  return (
    req.headers["transfer-encoding"] === undefined &&
    Number(req.headers["content-length"] ?? 0) <= maxDrainedLength
  );
}

function answerServerOptions(res: ServerResponse): void {
  res.writeHead(204, { Allow: allowedMethods.join(", ") }).end();
}
