import { setTimeout as sleep } from "node:timers/promises";
import { createOpenAI } from "@ai-sdk/openai";
import { streamText } from "ai";
import { type Env, env } from "@/lib/env";
import { processWide } from "@/lib/process-wide";
import { defaultModel } from "./answer-models";
import { createHttpFetch } from "./http-fetch";
import { ModelError } from "./model-error";
import { toModelError } from "./to-model-error";

export type ModelMessage = { role: "user" | "assistant"; content: string };

export type ModelCall = {
  /** The one system message. */
  instructions: string;
  messages: ModelMessage[];
  /** Instead of OPENAI_MODEL. */
  model?: string | null;
  /** The longest the call may take, its retry included, in milliseconds; 20,000 unless said. */
  timeoutMs?: number;
  maxOutputTokens?: number;
  /** Ends the call when whoever waits for it has left. */
  signal?: AbortSignal;
  /** Gets what the endpoint says it read and wrote, where it says so; once for each try that came to its end. */
  onUsage?: (usage: ModelUsage) => void;
};

/** In tokens. */
export type ModelUsage = { input: number; output: number };

/**
 * Calls to one endpoint. Both throw ModelError for every fault of the endpoint, and the signal's reason when the caller
 * ended the call. A 429, a 5xx and a connection that fails are tried once more, if the endpoint says nothing against a
 * second try within two seconds and nothing has been said yet.
 */
export type ModelClient = {
  /** The reply's text as it comes; at least one piece that is not blank. */
  stream(call: ModelCall): AsyncIterable<string>;
  /** The whole reply, not blank. */
  generate(call: ModelCall): Promise<string>;
};

type ChatModel = ReturnType<ReturnType<typeof createOpenAI>["chat"]>;

/** The process's client; null without OPENAI_API_KEY. */
export function getModelClient(): ModelClient | null {
  return env().OPENAI_API_KEY ? processWide("model", () => createModelClient(env())) : null;
}

/** @param settings OPENAI_API_KEY must be set. */
export function createModelClient(
  settings: Pick<Env, "OPENAI_API_KEY" | "OPENAI_BASE_URL" | "OPENAI_MODEL">,
): ModelClient {
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const provider = createOpenAI({
    apiKey: settings.OPENAI_API_KEY,
    baseURL: settings.OPENAI_BASE_URL ?? defaultBaseUrl,
    fetch: createHttpFetch({ maxBytes: 4_000_000 }),
  });
  const modelOf = (call: ModelCall) => provider.chat(call.model || settings.OPENAI_MODEL || defaultModel);
  return {
    stream: (call) => withRetry(call, (signal) => streamOnce(modelOf(call), call, signal)),
    generate: async (call) => {
      let text = "";
      for await (const piece of withRetry(call, (signal) => generateOnce(modelOf(call), call, signal)))
        text += piece;
      return text;
    },
  };
}

const defaultBaseUrl = "https://api.openai.com/v1";
const defaultTimeoutMs = 20_000;
const defaultMaxOutputTokens = 800;
/** UTF-16 units; several times what was asked for, against endpoints that don't stop. */
const maxReplyLength = 10_000;
const retryWithinMs = 2_000;
const retryPauseMs = 300;

async function* withRetry(
  { timeoutMs = defaultTimeoutMs, signal: callerSignal }: ModelCall,
  attempt: (signal: AbortSignal) => AsyncIterable<string>,
): AsyncGenerator<string> {
  if (timeoutMs <= 0) throw new ModelError("timed_out");
  callerSignal?.throwIfAborted();
  const ending = new AbortController();
  const { signal } = ending;
  const end = () => ending.abort();
  let isLate = false;
  const deadline = setTimeout(() => {
    isLate = true;
    end();
  }, timeoutMs);
  callerSignal?.addEventListener("abort", end, { once: true });
  let isOver = false;
  try {
    for (let tries = 1; ; tries++) {
      let hasSpoken = false;
      let length = 0;
      try {
        for await (const piece of attempt(signal)) {
          hasSpoken ||= piece.trim() !== "";
          length += piece.length;
          if (length > maxReplyLength) throw new ModelError("broken");
          yield piece;
        }
        callerSignal?.throwIfAborted();
        if (isLate) throw new ModelError("timed_out");
        if (!hasSpoken) throw new ModelError("empty");
        isOver = true;
        return;
      } catch (error) {
        callerSignal?.throwIfAborted();
        if (isLate) throw new ModelError("timed_out");
        const failure = toModelError(error);
        const pauseMs = failure.retryAfterMs ?? retryPauseMs;
        if (tries > 1 || hasSpoken || !canRetry(failure) || pauseMs > retryWithinMs) throw failure;
        await sleep(pauseMs, undefined, { signal }).catch(() => {});
      }
    }
  } finally {
    // Whoever stops reading early ends the call as well.
    if (!isOver) end();
    clearTimeout(deadline);
    callerSignal?.removeEventListener("abort", end);
  }
}

function canRetry({ fault }: ModelError): boolean {
  return fault === "rate_limited" || fault === "unavailable";
}

async function* streamOnce(model: ChatModel, call: ModelCall, signal: AbortSignal): AsyncGenerator<string> {
  const { stream } = streamText({ model, ...settingsOf(call), abortSignal: signal, onError: () => {} });
  let isComplete = false;
  for await (const part of stream) {
    if (part.type === "text-delta") yield part.text;
    else if (part.type === "error") throw part.error;
    else if (part.type === "abort") throw new ModelError("broken");
    else if (part.type === "finish") {
      isComplete = isWhole(part.finishReason);
      tellUsage(call, part.totalUsage.inputTokens, part.totalUsage.outputTokens);
    }
  }
  if (!isComplete) throw new ModelError("broken");
}

/** The provider's own call: what `generateText` does around it (steps, tools, telemetry) costs more than the call. */
async function* generateOnce(
  model: ChatModel,
  call: ModelCall,
  abortSignal: AbortSignal,
): AsyncGenerator<string> {
  const { instructions, messages, maxOutputTokens = defaultMaxOutputTokens } = call;
  const { content, finishReason, usage } = await model.doGenerate({
    prompt: [
      { role: "system", content: instructions },
      ...messages.map(({ role, content: text }) => ({ role, content: [{ type: "text" as const, text }] })),
    ],
    maxOutputTokens,
    temperature: 0,
    abortSignal,
  });
  tellUsage(call, usage.inputTokens.total, usage.outputTokens.total);
  if (!isWhole(finishReason.unified)) throw new ModelError("broken");
  for (const part of content) if (part.type === "text") yield part.text;
}

/** What no call can cost is a broken endpoint's, and not told. */
function tellUsage({ onUsage }: ModelCall, input?: number, output?: number): void {
  const isCount = (tokens = 0) => Number.isInteger(tokens) && tokens >= 0 && tokens <= 100_000_000;
  if (input === undefined && output === undefined) return;
  if (isCount(input) && isCount(output)) onUsage?.({ input: input ?? 0, output: output ?? 0 });
}

function isWhole(finishReason: string): boolean {
  return finishReason === "stop" || finishReason === "length";
}

function settingsOf({ instructions, messages, maxOutputTokens = defaultMaxOutputTokens }: ModelCall) {
  return { instructions, messages, maxOutputTokens, temperature: 0, maxRetries: 0 };
}
