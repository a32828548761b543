import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestTarget } from "@/server/entry/request-target";

export type HeaderOptions = { isDev: boolean; isHttps: boolean };

/**
 * The headers that every answer of a kind carries. A page gets a new nonce: Next reads it from the request's own
 * policy header and puts it on each script it writes; components read it as `x-nonce`.
 */
export function setResponseHeaders(
  req: IncomingMessage,
  res: ServerResponse,
  { kind, url }: RequestTarget,
  options: HeaderOptions,
): void {
  res.setHeader("X-Content-Type-Options", "nosniff");
  if (options.isHttps) res.setHeader("Strict-Transport-Security", "max-age=31536000");
  if (kind === "widget-api" || kind === "api") return;
  if (kind === "widget-script") {
    res.setHeader("Access-Control-Allow-Origin", "*");
    res.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    return;
  }
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, options);
  req.headers["x-nonce"] = nonce;
  req.headers["content-security-policy"] = policy;
  delete req.headers["content-security-policy-report-only"];
  // What somebody uploaded runs nothing, loads nothing and is of no origin.
  const isFile = url.startsWith("/api/files/") || url.startsWith("/api/faces/");
  res.setHeader("Content-Security-Policy", isFile ? "default-src 'none'; sandbox" : policy);
  res.setHeader("Referrer-Policy", isFile ? "no-referrer" : "strict-origin-when-cross-origin");
  res.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  res.setHeader("Cross-Origin-Opener-Policy", "same-origin");
}

function contentSecurityPolicy(nonce: string, { isDev, isHttps }: HeaderOptions): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${isDev ? " 'unsafe-eval'" : ""}`,
    isDev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // React writes `style` attributes into the page's HTML; they can't carry a nonce.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: https:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? " ws:" : ""}`,
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ];
  if (isHttps) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}
