import { trimCharacters } from "@/lib/language/trim-characters";

export type RequestTarget = {
  /** Path and query in one form that the entry and Next read the same way. */
  url: string;
  kind: "widget-api" | "widget-script" | "api" | "page";
};

/** No page of ours has so many; Next joins those of one name in quadratic time, half a second for 3,000. */
const mostParameters = 100;

/** A widget endpoint's address in the one form already, as most requests have it. */
const plainEndpoint = /^\/api\/widget\/[a-z]+$/;

/**
 * Reads a request line's target (RFC 9112 §3.2: origin-form or absolute-form) and brings the path to one form: dot
 * segments resolved, repeated slashes joined, no trailing slash. Null when it can't be an address of ours: bad percent
 * encoding, a NUL, another form, or more parameters than any page has.
 */
export function parseRequestTarget(raw: string): RequestTarget | null {
  if (plainEndpoint.test(raw)) return { url: raw, kind: "widget-api" };
  const origin = raw.startsWith("/") ? raw : pathOfAbsoluteForm(raw);
  if (origin === null) return null;
  const queryAt = origin.indexOf("?");
  const rawPath = queryAt === -1 ? origin : origin.slice(0, queryAt);
  const search = queryAt === -1 ? "" : origin.slice(queryAt);
  const joined = rawPath.replace(/[/\\]+/g, "/");
  const parsed = URL.parse(joined, "http://n");
  if (!parsed) return null;
  const pathname = parsed.pathname.replace(/\/{2,}/g, "/");
  const decoded = decodePath(pathname);
  if (decoded === null || decoded.includes("\0")) return null;
  const kind = kindOf(decoded);
  if (kind === "page" && search.split("&", mostParameters + 1).length > mostParameters) return null;
  const path = kind === "widget-api" ? encodeURI(trimCharacters(decoded, { end: "/" })) : pathname;
  return { url: path + search, kind };
}

/** Whether a target that could not be read was meant for the widget's API: then its answer needs CORS all the same. */
export function isMeantForWidget(raw: string): boolean {
  return /^(?:https?:\/\/[^/\\?#]*)?[/\\]+api[/\\]+widget(?:[/\\?#]|$)/i.test(raw);
}

/** Whether one was meant for programs with a key. */
export function isMeantForApi(raw: string): boolean {
  return /^(?:https?:\/\/[^/\\?#]*)?[/\\]+api[/\\]+(?:v1|mcp)(?:[/\\?#]|$)/i.test(raw);
}

function pathOfAbsoluteForm(raw: string): string | null {
  const match = /^https?:\/\/[^/?#]+([/?][^#]*)?$/i.exec(raw);
  if (!match) return null;
  const rest = match[1] ?? "";
  return rest.startsWith("/") ? rest : `/${rest}`;
}

export const mcpPath = "/api/mcp";

/** Whether programs with a key are answered there, and no page is. */
export function isApiPath(path: string): boolean {
  return path === "/api/v1" || path.startsWith("/api/v1/") || path === mcpPath;
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function kindOf(path: string): RequestTarget["kind"] {
  if (isApiPath(path)) return "api";
  if (path === "/api/widget" || path.startsWith("/api/widget/")) return "widget-api";
  return path === "/widget.js" || path === "/widget.d.ts" || path.startsWith("/widget/")
    ? "widget-script"
    : "page";
}
