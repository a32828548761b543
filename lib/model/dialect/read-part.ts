import { ModelError, type ModelFault } from "@/lib/model/model-error";
import { faultOfStatus } from "@/lib/model/to-model-error";

/** What one piece of an endpoint's answer says. */
export type ReplyPart = {
  text: string;
  finish: "stop" | "length" | "content_filter" | null;
  usage: Record<string, unknown> | null;
  /** It thought, in a field of its own. */
  hasThoughts: boolean;
  /** It is a piece of a chat's answer, and not only a notice. */
  isChat: boolean;
};

/**
 * Reads a chunk, or a whole answer, in any of the dialects that endpoints speak. Throws ModelError where it says that
 * something failed; nothing of what it says about that is kept.
 * @param otherwise the fault where it doesn't say which
 */
export function readPart(value: unknown, otherwise: ModelFault, eventName = "message"): ReplyPart {
  const whole = asRecord(value);
  const choice = asRecord(firstOf(whole.choices));
  const error = whole.error || choice.error || (eventName === "error" ? (value ?? true) : null);
  if (error) throw new ModelError(faultOf(error) ?? otherwise);
  const said = [choice.delta, choice.message].map(asRecord).find((one) => Object.keys(one).length > 0) ?? {};
  const text = textOf(said.content) || textOf(said.refusal) || callOf(said) || textOf(choice.text);
  const thoughts = [said.reasoning_content, said.reasoning, said.thinking, said.reasoning_details];
  return {
    text,
    finish: finishOf(choice.finish_reason ?? choice.finishReason ?? null),
    usage: whole.usage ? asRecord(whole.usage) : null,
    hasThoughts: thoughts.some(isSaid) || hasThoughtParts(said.content),
    isChat: Array.isArray(whole.choices),
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function firstOf(choices: unknown): unknown {
  return Array.isArray(choices) ? choices.find((choice) => !(asRecord(choice).index ?? 0)) : null;
}

function isSaid(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0)
  );
}

/** A string, parts that hold one, or a part. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (Array.isArray(content)) return content.map(textOf).join("");
  const { type, text, content: inner, output_text: output } = asRecord(content);
  if (typeof type === "string" && isThought(type)) return "";
  if (typeof text === "string") return text;
  const { value } = asRecord(text);
  if (typeof value === "string") return value;
  return [inner, output].find((one) => typeof one === "string")?.toString() ?? "";
}

function hasThoughtParts(content: unknown): boolean {
  return (
    Array.isArray(content) &&
    content.some((part) => {
      const { type } = asRecord(part);
      return typeof type === "string" && isThought(type);
    })
  );
}

function isThought(type: string): boolean {
  return /think|reason|thought/i.test(type);
}

/** What was to be a tool's, though none was offered. */
function callOf({ tool_calls: calls, function_call: call }: Record<string, unknown>): string {
  const all = Array.isArray(calls) ? calls.map((one) => asRecord(one).function) : [call];
  return all
    .map((one) => {
      const { arguments: given } = asRecord(one);
      return typeof given === "string" ? given : isSaid(given) ? JSON.stringify(given) : "";
    })
    .join("");
}

function finishOf(reason: unknown): ReplyPart["finish"] {
  if (typeof reason !== "string" || reason === "") return null;
  if (/^(?:length|max_tokens|max_output_tokens|max_length|model_length|truncated)$/i.test(reason))
    return "length";
  if (/filter|safety|blocklist|prohibited|recitation/i.test(reason)) return "content_filter";
  if (/^error/i.test(reason)) throw new ModelError("unavailable");
  return "stop";
}

function faultOf(error: unknown): ModelFault | null {
  const { code, status, statusCode, status_code: snake, type } = asRecord(error);
  const number = [code, status, statusCode, snake].map(Number).find((one) => one >= 400 && one < 600);
  if (number !== undefined) return faultOfStatus(number);
  const named = [type, code, status].filter((one) => typeof one === "string").join(" ");
  if (/rate.?limit|quota|too.?many|exhausted/i.test(named)) return "rate_limited";
  if (/auth|api.?key|permission|forbidden/i.test(named)) return "key_refused";
  if (/server|overloaded|internal|unavailable|timeout/i.test(named)) return "unavailable";
  return /model.?not.?found|invalid.?request|unsupported/i.test(named) ? "request_refused" : null;
}
