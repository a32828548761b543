import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "./process-wide";

/** What everything that runs for one request knows of it. */
export type RequestContext = {
  /** Stands in every log line that the request causes, and goes out as `X-Request-Id`. */
  readonly id: string;
  /** Whom limits count as one client: an IPv4 address, or the /64 of an IPv6 one. */
  readonly client: string;
  /** Whether code of ours has begun to work on it: before that, what fails failed on what the client sent. */
  isReached: boolean;
  /** Whether code of ours found that no page of ours can have sent it: the answer becomes a 400. */
  isMalformed: boolean;
};

const requests = () => processWide("request", () => new AsyncLocalStorage<RequestContext>());

/** Runs the work with the request known to `currentRequest`. The server entry wraps each request in it. */
export function withRequest<T>(request: RequestContext, run: () => T): T {
  return requests().run(request, run);
}

/** The request that this code runs for; undefined in work that no request waits for. */
export function currentRequest(): RequestContext | undefined {
  return requests().getStore();
}

/** Whom limits count this request for, see `RequestContext`; "unknown" in work that no request waits for. */
export function clientIp(): string {
  return currentRequest()?.client ?? "unknown";
}

/** Says that what the client sent was readable, and that failures from now on are ours. */
export function markReached(): void {
  const request = currentRequest();
  if (request) request.isReached = true;
}
