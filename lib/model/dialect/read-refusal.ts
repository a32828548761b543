import type { ChatRequest } from "./adapt-request";
import type { Refusable } from "./endpoint-habits";

/** What of a request its endpoint says that it refuses; empty when it says nothing of the kind. */
export function readRefusal(reply: string, request: ChatRequest): Refusable[] {
  const text = reply.slice(0, longestRead).toLowerCase();
  const param = /"param"\s*:\s*"([^"]{1,60})"/.exec(text)?.[1] ?? "";
  const roles = request.messages.map(({ role }) => role);
  const sent: [Refusable, boolean, RegExp][] = [
    ["max_completion_tokens", request.max_completion_tokens !== undefined, /max_completion_tokens/],
    ["max_tokens", request.max_tokens !== undefined, /max_tokens/],
    ["temperature", "temperature" in request, /temperature/],
    ["stream_options", "stream_options" in request, /stream_options/],
    ["response_format", "response_format" in request, /response_format/],
    ["developer", roles.includes("developer"), /developer/],
    ["system", roles.some((role) => role === "system" || role === "developer"), systemRole],
    ["stream", request.stream === true, /\bstream(?:ing)?\b(?!_)/],
  ];
  const possible = sent.filter(([, isSent]) => isSent);
  const byParam = possible.find(([name]) => param === name);
  if (byParam) return [byParam[0]];
  const named = possible
    .map(([name, , pattern]) => ({ name, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  if (named[0]) return [named[0].name];
  // It says that there is something, and not what.
  return isOfParameters.test(text)
    ? possible.map(([name]) => name).filter((name) => name === "temperature" || name === "stream_options")
    : [];
}

/** UTF-16 units. */
const longestRead = 4_000;
const systemRole = /\bsystem\b|\broles? must alternate|messages\[0\]\.role/;
const isOfParameters =
  /unsupported|not supported|unknown|unrecogni[sz]ed|unexpected|extra (?:inputs?|fields?)|not permitted|not allowed|parameter/;
