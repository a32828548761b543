import type { ErrorResponse } from "@/lib/contract/envelopes";
import type { MessageAnswer } from "@/lib/contract/message";
import { isRecord, readJson, textOf } from "../json";
import type { Problem } from "../store";

export interface Answer {
  texts: string[];
  sources: unknown;
  messageId?: string;
  answered?: boolean;
}

/** What became of a message: one of the two. */
export interface Outcome {
  answer?: Answer;
  problem?: Problem;
}

interface Reply {
  status: number;
  /** The contract's names; whether the values are what it says, nobody knows yet. */
  body: { [Name in keyof MessageAnswer | keyof ErrorResponse]?: unknown };
}

const TIMEOUT_MS = 30_000;
const DEFAULT_WAIT_S = 10;

/**
 * Posts a message and waits for its answer. Never rejects.
 * @param body a JSON text
 * @param idempotencyKey marks a resend as the same message
 * @param onDelta gets the words as they come, from a server that streams
 */
export async function sendMessage(
  url: string,
  body: string,
  idempotencyKey: string,
  onDelta: (text: string) => void,
): Promise<Outcome> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        accept: "text/event-stream",
        "idempotency-key": idempotencyKey,
      },
      credentials: "omit",
      signal: timeout.signal,
    });
    const isStream = /^text\/event-stream/.test(response.headers.get("content-type") ?? "");
    const reply = isStream
      ? await readStream(response, onDelta)
      : { status: response.status, body: readJson(await response.text()) };
    return readOutcome(reply, Number(response.headers.get("retry-after")) || DEFAULT_WAIT_S);
  } catch {
    return problem(timeout.signal.aborted ? "late" : "unreachable");
  } finally {
    clearTimeout(timer);
  }
}

/** Reads `delta` events up to the `done` or `error` that has the last word. Rejects when there is none. */
async function readStream(response: Response, onDelta: (text: string) => void): Promise<Reply> {
  // A page may have put a fetch without streams in the browser's place.
  const reader = response.body?.getReader?.();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    const text = reader ? decoder.decode(value, { stream: !done }) : await response.text();
    const events = (rest + text).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/m.exec(event) ?? [];
      const body = readJson(data);
      if (name === "delta") onDelta(textOf(body.text));
      if (name === "done") return { status: 200, body };
      if (name === "error") return { status: 500, body };
    }
    if (done) throw new Error("the stream broke off");
  }
}

function readOutcome({ status, body }: Reply, waitS: number): Outcome {
  const reply = textOf(body.reply);
  if (status === 200 && body.success === true) {
    const extra = Array.isArray(body.extra_replies) ? body.extra_replies.filter(isRecord) : [];
    const texts = [reply, ...extra.map((one) => textOf(one.text))].filter((text) => text.trim());
    if (texts.length) {
      const { sources, answered } = body;
      const isUnanswered = answered === false ? { answered } : {};
      return { answer: { texts, sources, messageId: textOf(body.message_id), ...isUnanswered } };
    }
  }
  if (status === 200 && reply) return problem("paused", reply);
  if (status === 429) return { problem: { kind: "limited", until: Date.now() + waitS * 1000 } };
  // A proxy has a 404 of its own, and what the server says of a bad request is for who wrote it.
  return problem(status === 404 && body.success === false ? "gone" : "broken");
}

function problem(kind: Problem["kind"], text?: string): Outcome {
  return { problem: { kind, text } };
}
