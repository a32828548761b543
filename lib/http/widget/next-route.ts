import { nodeBody } from "./node-body";
import type { WidgetHandler } from "./widget-route";

type Route = (request: Request) => Promise<Response>;

/** All method exports of a route file, for a host that serves the widget's addresses by Next's router. */
export function nextRoute(
  handle: WidgetHandler,
): Record<"GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS", Route> {
  const route: Route = (request) => {
    const { method, url, headers, signal } = request;
    return handle({ method, url, headers, signal, body: nodeBody(request) });
  };
  return { GET: route, HEAD: route, POST: route, PUT: route, PATCH: route, DELETE: route, OPTIONS: route };
}
