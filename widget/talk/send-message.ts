import type { ErrorResponse } from "@/lib/contract/envelopes";
import type { MessageAnswer } from "@/lib/contract/message";
import { isRecord, readJson, textOf } from "../json";
import type { Problem } from "../store";
import type { Said } from "./link";
import { readEvents } from "./read-events";

export interface Answer {
  /** None while a person has the conversation. */
  texts: string[];
  sources: unknown;
  messageId?: string;
  answered?: boolean;
}

/** What became of a message: one of the two. */
export interface Outcome {
  answer?: Answer;
  /** Besides the answer: what the server says of reading on. */
  heard?: Heard;
  problem?: Problem;
}

export interface Heard {
  /** Of the newest turn that the answer knows of. */
  turnId: string;
  /** Of the visitor's own turn. */
  askedId: string;
  key: string;
  state: Said;
  /** What people wrote. */
  written: Said[];
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
 * @param visitorKey what reads the conversation; "" for none
 * @param onDelta gets the words as they come, from a server that streams
 */
export async function sendMessage(
  url: string,
  body: string,
  idempotencyKey: string,
  visitorKey: string,
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
        ...(visitorKey && { "dawen-visitor": visitorKey }),
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
  let last: Reply | undefined;
  await readEvents(response, (name, data) => {
    const body = readJson(data);
    if (name === "delta") onDelta(textOf(body.text));
    if (name === "done") last = { status: 200, body };
    if (name === "error") last = { status: 500, body };
  });
  // The stream broke off.
  if (!last) throw new Error();
  return last;
}

function readOutcome({ status, body }: Reply, waitS: number): Outcome {
  const reply = textOf(body.reply);
  if (status === 200 && body.success === true) {
    const extra = Array.isArray(body.extra_replies) ? body.extra_replies.filter(isRecord) : [];
    const said = extra.filter((one) => !one.turn_id).map((one) => textOf(one.text));
    const texts = [reply, ...said].filter((text) => text.trim());
    const [turnId, messageId] = [textOf(body.turn_id), textOf(body.message_id)];
    const written = extra.filter((one) => one.turn_id);
    const heard = {
      turnId: messageId || turnId,
      askedId: turnId,
      key: textOf(body.visitor_key),
      state: body,
      written,
    };
    if (texts.length) {
      const { sources, answered } = body;
      const isUnanswered = answered === false ? { answered } : {};
      // While a person has the conversation the reply is a notice, and nobody's turn.
      const isNotice = turnId && !messageId;
      return { answer: { texts: isNotice ? [] : texts, sources, messageId, ...isUnanswered }, heard };
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
