import { type Config, readConfig } from "./config";
import { isRecord, textOf } from "./json";
import { type Problem, readSources, type Source } from "./store";

export type Outcome =
  | { kind: "answer"; texts: string[]; sources: Source[]; chatId: string }
  | { kind: "problem"; problem: Problem };

export type ConfigOutcome = { kind: "config"; config: Config } | { kind: "gone" } | { kind: "failed" };

export interface Api {
  /** Never rejects. */
  getConfig(): Promise<ConfigOutcome>;
  /** Never rejects. */
  ping(): Promise<void>;
  /** Never rejects. The body is a JSON text; the key marks a resend as the same message. */
  send(body: string, idempotencyKey: string): Promise<Outcome>;
}

const TIMEOUT_MS = 30_000;
const DEFAULT_WAIT_S = 10;

export function createApi(origin: string, token: string): Api {
  const call = (path: string, init: RequestInit) =>
    fetch(`${origin}/api/widget/${path}`, { ...init, credentials: "omit", cache: "no-store" });

  return {
    async getConfig() {
      try {
        const response = await call(`config?token=${encodeURIComponent(token)}`, {});
        if (response.status === 404) return { kind: "gone" };
        const body: unknown = await response.json();
        const config = response.ok && isRecord(body) ? readConfig(body.config) : null;
        return config ? { kind: "config", config } : { kind: "failed" };
      } catch {
        return { kind: "failed" };
      }
    },

    async ping() {
      // Without a content type of its own this stays a simple request: no preflight.
      await call("ping", { method: "POST", body: JSON.stringify({ token }), keepalive: true }).catch(
        () => {},
      );
    },

    async send(body, idempotencyKey) {
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
      try {
        const response = await call("message", {
          method: "POST",
          body,
          headers: {
            "content-type": "application/json",
            accept: "application/json",
            "idempotency-key": idempotencyKey,
          },
          signal: abort.signal,
        });
        const answer: unknown = await response.json().catch((error: unknown) => {
          if (abort.signal.aborted) throw error;
        });
        return readOutcome(response, isRecord(answer) ? answer : {});
      } catch {
        return problem(abort.signal.aborted ? "timeout" : "unreachable");
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function readOutcome(response: Response, answer: Record<string, unknown>): Outcome {
  const { status } = response;
  const reply = textOf(answer.reply);
  if (status === 200 && answer.success === true) {
    const extra = Array.isArray(answer.extra_replies) ? answer.extra_replies.filter(isRecord) : [];
    const texts = [reply, ...extra.map((one) => textOf(one.text))].filter((text) => text.trim());
    if (texts.length)
      return { kind: "answer", texts, sources: readSources(answer.sources), chatId: textOf(answer.chat_id) };
  }
  if (status === 200 && reply) return problem("paused", reply);
  if (status === 429) {
    const wait = Number(response.headers.get("retry-after")) || DEFAULT_WAIT_S;
    return { kind: "problem", problem: { kind: "limited", until: Date.now() + Math.min(wait, 3600) * 1000 } };
  }
  if (status === 404) return problem("gone");
  return status === 400 ? problem("refused", textOf(answer.error)) : problem("broken");
}

function problem(kind: Problem["kind"], text?: string): Outcome {
  return { kind: "problem", problem: text ? { kind, text } : { kind } };
}
