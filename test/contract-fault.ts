import { z } from "zod";
import { type EndpointName, endpoints } from "@/lib/contract/endpoints";
import { errorResponse } from "@/lib/contract/envelopes";
import { deltaEvent, messageResponse } from "@/lib/contract/message";

type Asked = { method: string; path: string };
type Answered = { status: number; headers: Record<string, unknown>; text: string; json: unknown };

/** What an answer of one of the widget's endpoints has that its contract hasn't, or the reverse; null for nothing. */
export function contractFault(
  { method, path }: Asked,
  { status, headers, text, json }: Answered,
): string | null {
  const [, name = ""] = /^\/api\/widget\/(\w+)(?:\?|$)/.exec(path) ?? [];
  if (!isEndpoint(name) || method === "HEAD" || method === "OPTIONS") return null;
  if (/^text\/event-stream/.test(String(headers["content-type"]))) return streamFault(text);
  const answers: Record<number, z.ZodType> = endpoints[name].answers;
  // What the entry refuses before it knows what was asked.
  const schema = answers[status] ?? (status === 413 || status === 408 ? errorResponse : undefined);
  return schema ? faultOf(schema, json) : `status ${status} is none of its own: ${text.slice(0, 200)}`;
}

/** `delta` as often as it likes, then one `done` or one `error`. */
function streamFault(text: string): string | null {
  const events = text.split("\n\n").slice(0, -1);
  for (const [at, event] of events.entries()) {
    const [, name = "", data = ""] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? [];
    const isLast = at === events.length - 1;
    const schema = isLast ? lastEvents[name] : name === "delta" ? deltaEvent : undefined;
    if (!schema) return `event ${at} of ${events.length} is ${event.slice(0, 200)}`;
    const fault = faultOf(schema, JSON.parse(data));
    if (fault) return fault;
  }
  return null;
}

const lastEvents: Record<string, z.ZodType> = { done: messageResponse, error: errorResponse };

function faultOf(schema: z.ZodType, json: unknown): string | null {
  const { error } = schema.safeParse(json);
  return error ? `${z.prettifyError(error)}: ${JSON.stringify(json)?.slice(0, 300)}` : null;
}

function isEndpoint(name: string): name is EndpointName {
  return Object.hasOwn(endpoints, name);
}
