import { type Config, readConfig } from "./config";
import { isRecord, readJson, textOf } from "./json";
import type { Problem } from "./store";

export interface Answer {
  texts: string[];
  sources: unknown;
}

/** What became of a message: one of the two. */
export interface Outcome {
  answer?: Answer;
  problem?: Problem;
}

export interface Api {
  /** "gone" when the server does not know the token, "failed" when there is no telling. Never rejects. */
  getConfig(): Promise<Config | "gone" | "failed">;
  /** Never rejects. */
  ping(): Promise<void>;
  /** Never rejects. The body is a JSON text; the key marks a resend as the same message. */
  send(body: string, idempotencyKey: string): Promise<Outcome>;
}

interface Reply {
  response: Response;
  body: Record<string, unknown>;
}

const TIMEOUT_MS = 30_000;
const DEFAULT_WAIT_S = 10;

export function createApi(origin: string, token: string): Api {
  const call = async (path: string, init?: RequestInit): Promise<Reply> => {
    const response = await fetch(`${origin}/api/widget/${path}`, { ...init, credentials: "omit" });
    return { response, body: readJson(await response.text()) };
  };

  return {
    async getConfig() {
      try {
        const { response, body } = await call(`config?token=${token}`);
        if (response.status === 404) return "gone";
        return (response.ok && readConfig(body.config)) || "failed";
      } catch {
        return "failed";
      }
    },

    async ping() {
      // A plain-text body is a simple request: no preflight.
      await call("ping", { method: "POST", body: JSON.stringify({ token }), keepalive: true }).catch(
        () => {},
      );
    },

    async send(body, idempotencyKey) {
      try {
        return readOutcome(
          await call("message", {
            method: "POST",
            body,
            headers: {
              "content-type": "application/json",
              accept: "application/json",
              "idempotency-key": idempotencyKey,
            },
            signal: AbortSignal.timeout(TIMEOUT_MS),
          }),
        );
      } catch (error) {
        return problem(isRecord(error) && error.name === "TimeoutError" ? "late" : "unreachable");
      }
    },
  };
}

function readOutcome({ response: { status, headers }, body }: Reply): Outcome {
  const reply = textOf(body.reply);
  if (status === 200 && body.success === true) {
    const extra = Array.isArray(body.extra_replies) ? body.extra_replies.filter(isRecord) : [];
    const texts = [reply, ...extra.map((one) => textOf(one.text))].filter((text) => text.trim());
    if (texts.length) return { answer: { texts, sources: body.sources } };
  }
  if (status === 200 && reply) return problem("paused", reply);
  if (status === 429) {
    const wait = Number(headers.get("retry-after")) || DEFAULT_WAIT_S;
    return { problem: { kind: "limited", until: Date.now() + wait * 1000 } };
  }
  if (status === 404) return problem("gone");
  return problem("broken", status === 400 ? textOf(body.error) : "");
}

function problem(kind: Problem["kind"], text?: string): Outcome {
  return { problem: { kind, text } };
}
