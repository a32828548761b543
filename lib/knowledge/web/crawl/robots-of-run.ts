import type { GuardedFetch } from "@/lib/guard/guarded-fetch";
import { toWebFault, type WebFault } from "@/lib/knowledge/web/web-faults";
import { noRobots, type Robots, readRobots } from "./robots";

const bounds = { maxBytes: 1_000_000, timeoutMs: 15_000 } as const;

/**
 * What the hosts of one run allow, each asked once. A host that has no robots.txt allows everything; one that can't say
 * whether it has one allows nothing (RFC 9309, 2.3.1.4), and the answer is why.
 */
export function robotsOfRun(fetch: GuardedFetch, signal: AbortSignal) {
  const asked = new Map<string, Promise<Robots | WebFault>>();
  return (address: string): Promise<Robots | WebFault> => {
    const { origin } = new URL(address);
    const known = asked.get(origin) ?? ask(fetch, `${origin}/robots.txt`, signal);
    asked.set(origin, known);
    return known;
  };
}

async function ask(fetch: GuardedFetch, address: string, signal: AbortSignal): Promise<Robots | WebFault> {
  try {
    const { status, body } = await fetch(address, { signal, ...bounds });
    if (status === 429) return "asked_too_often";
    if (status >= 500) return "server_error";
    return status >= 200 && status < 300 ? readRobots(body.toString("utf8")) : noRobots;
  } catch (error) {
    signal.throwIfAborted();
    const fault = toWebFault(error);
    // One that is longer than anybody reads, or leads in a circle, says nothing.
    return fault === "fetch_too_large" || fault === "redirected_too_often" ? noRobots : fault;
  }
}
