import type { ErrorResponse } from "@/lib/contract/envelopes";
import type { MessageAnswer } from "@/lib/contract/message";
import { readJson, textOf } from "../json";
import type { Problem } from "../store";
import { type Said, saidList } from "./link";
import { readEvents } from "./read-events";

export interface Answer {
  /** None while a person has the conversation. */
  texts: string[];
  sources?: unknown;
  messageId?: string;
  answered?: unknown;
}

/** What became of a message: one of the two. */
export interface Outcome {
  answer?: Answer;
  /** Besides the answer: what the server says of reading on. */
  heard?: Said;
  problem?: Problem;
}

interface Reply {
  status: number;
  /** The contract's names; whether the values are what it says, nobody knows yet. */
  body: { [Name in keyof MessageAnswer | keyof ErrorResponse | "picture"]?: unknown };
}

const TIMEOUT_MS = 30_000;
const DEFAULT_WAIT_S = 10;

/**
 * Posts a message and waits for its answer. Never rejects.
 * @param body a JSON text, or a picture's form; "" for a picture that is not here to be sent
 * @param idempotencyKey marks a resend as the same message
 * @param visitorKey what reads the conversation, where there is one
 * @param onDelta gets the words as they come, from a server that streams
 */
export async function sendMessage(
  url: string,
  body: string | FormData,
  idempotencyKey: string,
  visitorKey: string | undefined,
  onDelta: (text: string) => void,
): Promise<Outcome> {
  if (!body) return problem("late");
  const timeout = new AbortController();
  const isText = typeof body === "string";
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: {
        ...(isText && { "content-type": "application/json" }),
        accept: "text/event-stream",
        "idempotency-key": idempotencyKey,
        ...(visitorKey && { "dawen-visitor": visitorKey }),
      },
      credentials: "omit",
      signal: timeout.signal,
    });
    let reply: Reply | undefined;
    if (/^text\/event-stream/.test(response.headers.get("content-type") ?? ""))
      await readEvents(response, (name, data) => {
        const heard = readJson(data);
        if (name === "delta") onDelta(textOf(heard.text));
        else if (name) reply = { status: name === "done" ? 200 : 500, body: heard };
      });
    else reply = { status: response.status, body: readJson(await response.text()) };
    // Without a last word the stream broke off.
    if (!reply) throw new Error();
    const waitS = Number(response.headers.get("retry-after")) || DEFAULT_WAIT_S;
    return readOutcome(reply, waitS, textOf(isText || reply.body.error));
  } catch {
    return problem(timeout.signal.aborted ? "late" : "unreachable");
  } finally {
    clearTimeout(timer);
  }
}

/** @param refusal what the server says of a picture that it does not take */
function readOutcome({ status, body }: Reply, waitS: number, refusal: string): Outcome {
  const reply = textOf(body.reply);
  if (status === 200 && body.success === true) {
    // Those with an id are what people wrote.
    const extra = saidList(body.extra_replies).filter((one) => !one.turn_id);
    const texts = [reply, ...extra.map((one) => textOf(one.text))].filter((text) => text.trim());
    if (texts.length || body.picture) {
      const { sources, answered } = body;
      const messageId = textOf(body.message_id);
      // While a person has the conversation the reply is a notice, and nobody's turn.
      const isNotice = body.turn_id && !messageId;
      return { answer: { texts: isNotice ? [] : texts, sources, messageId, answered }, heard: body };
    }
  }
  if (status === 200 && reply) return problem("paused", reply);
  if (status === 429) return { problem: { kind: "limited", until: Date.now() + waitS * 1000 } };
  // A proxy has a 404 of its own, and what the server says of a bad message is for who wrote it.
  return problem(!refusal && status === 404 && body.success === false ? "gone" : "broken", refusal);
}

function problem(kind: Problem["kind"], text?: string): Outcome {
  return { problem: { kind, text } };
}
