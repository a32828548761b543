import { setTimeout as sleep } from "node:timers/promises";
import { createOpenAI } from "@ai-sdk/openai";
import { type Env, env } from "@/lib/env";
import { processWide } from "@/lib/process-wide";
import { defaultModel } from "./answer-models";
import { createPlainFetch } from "./dialect/create-plain-fetch";
import { createReplyFilter } from "./dialect/create-reply-filter";
import { createEndpointHabits, type EndpointHabits } from "./dialect/endpoint-habits";
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
  /** Told that what `stream` gave so far were thoughts: the reply begins with what comes next. */
  onRestart?: () => void;
  /** Told at the end that the endpoint stopped the model in its middle: the last sentence may be cut. */
  onCut?: () => void;
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
type CallOptions = Parameters<ChatModel["doStream"]>[0];

/** The process's client; null without OPENAI_API_KEY. */
export function getModelClient(): ModelClient | null {
  return env().OPENAI_API_KEY ? processWide("model", () => createModelClient(env())) : null;
}

/** @param settings OPENAI_API_KEY must be set. */
export function createModelClient(
  settings: Pick<Env, "OPENAI_API_KEY" | "OPENAI_BASE_URL" | "OPENAI_MODEL">,
): ModelClient {
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const habitsOf = createEndpointHabits();
  const provider = createOpenAI({
    apiKey: settings.OPENAI_API_KEY,
    baseURL: settings.OPENAI_BASE_URL ?? defaultBaseUrl,
    fetch: createPlainFetch(createHttpFetch({ maxBytes: 4_000_000 }), habitsOf),
  });
  const ask = (call: ModelCall, speak: typeof streamOnce) => {
    const name = call.model || settings.OPENAI_MODEL || defaultModel;
    const [model, habits] = [provider.chat(name), habitsOf(name)];
    return withRetry(call, (signal) => filtered(speak(model, call, signal), call, habits));
  };
  return {
    stream: (call) => ask(call, streamOnce),
    generate: async (call) => {
      let text = "";
      const onRestart = () => {
        text = "";
      };
      for await (const piece of ask({ ...call, onRestart }, generateOnce)) text += piece;
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

/** A piece of what a model says, or why it ended. */
type Said = { text: string } | { end: string };

/** The reply without thoughts and wrappings; keeps what it learns of the model. */
async function* filtered(
  said: AsyncIterable<Said>,
  { onRestart, onCut }: ModelCall,
  habits: EndpointHabits,
): AsyncGenerator<string> {
  const filter = createReplyFilter(habits.isEndOnly);
  let end = "";
  for await (const piece of said) {
    if ("end" in piece) end = piece.end;
    else {
      const { text, isRestart } = filter.push(piece.text);
      if (isRestart) onRestart?.();
      if (text !== "") yield text;
    }
  }
  if (end !== "stop" && end !== "length") throw new ModelError("broken");
  const isCut = end === "length";
  const { text, isRestart } = filter.end(isCut);
  const { hasThoughts, isEndOnly } = filter.found();
  const hadRoom = habits.hasThoughts;
  habits.hasThoughts ||= hasThoughts;
  habits.isEndOnly = isEndOnly || (habits.isEndOnly && !hasThoughts);
  if (isRestart) onRestart?.();
  if (text !== "") yield text;
  if (isCut) {
    if (!filter.hasSpoken() && !hadRoom && habits.hasThoughts) throw new ModelError("unavailable");
    onCut?.();
  }
}

async function* streamOnce(model: ChatModel, call: ModelCall, signal: AbortSignal): AsyncGenerator<Said> {
  const { stream } = await model.doStream(optionsOf(call, signal));
  for await (const part of stream) {
    if (part.type === "text-delta") yield { text: part.delta };
    else if (part.type === "error") throw part.error;
    else if (part.type === "finish") {
      tellUsage(call, part.usage.inputTokens.total, part.usage.outputTokens.total);
      yield { end: part.finishReason.unified };
    }
  }
}

async function* generateOnce(model: ChatModel, call: ModelCall, signal: AbortSignal): AsyncGenerator<Said> {
  const { content, finishReason, usage } = await model.doGenerate(optionsOf(call, signal));
  tellUsage(call, usage.inputTokens.total, usage.outputTokens.total);
  for (const part of content) if (part.type === "text") yield { text: part.text };
  yield { end: finishReason.unified };
}

/** For the provider's own calls: what `streamText` and `generateText` do around them costs more than the call. */
function optionsOf(
  { instructions, messages, maxOutputTokens = defaultMaxOutputTokens }: ModelCall,
  abortSignal: AbortSignal,
): CallOptions {
  return {
    prompt: [
      { role: "system", content: instructions },
      ...messages.map(({ role, content: text }) => ({ role, content: [{ type: "text" as const, text }] })),
    ],
    maxOutputTokens,
    temperature: 0,
    abortSignal,
  };
}

/** What no call can cost is a broken endpoint's, and not told. */
function tellUsage({ onUsage }: ModelCall, input?: number, output?: number): void {
  const isCount = (tokens = 0) => Number.isInteger(tokens) && tokens >= 0 && tokens <= 100_000_000;
  if (input === undefined && output === undefined) return;
  if (isCount(input) && isCount(output)) onUsage?.({ input: input ?? 0, output: output ?? 0 });
}
