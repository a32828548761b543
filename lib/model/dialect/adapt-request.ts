import { z } from "zod";
import type { EndpointHabits } from "./endpoint-habits";

export const chatRequestSchema = z.looseObject({
  model: z.string(),
  stream: z.boolean().optional(),
  max_tokens: z.number().optional(),
  max_completion_tokens: z.number().optional(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.string() })),
});
export type ChatRequest = z.output<typeof chatRequestSchema>;

/** Tokens that a model which thinks may think before it speaks. */
const roomForThoughts = 3_200;

/** A request without what its endpoint's model refuses, and with room for the thoughts that it is known to have. */
export function adaptRequest(request: ChatRequest, { refused, hasThoughts }: EndpointHabits): ChatRequest {
  const { max_tokens: plain, max_completion_tokens: thinking, ...others } = request;
  const limits = thinking === undefined ? limitNames : limitNames.toReversed();
  const limitName = limits.find((name) => !refused.has(name));
  const limit = thinking ?? plain;
  const room = hasThoughts || limitName === "max_completion_tokens" ? roomForThoughts : 0;
  const kept = Object.entries(others).filter(([name]) => ![...refused].some((one) => one === name));
  return {
    ...Object.fromEntries(kept),
    model: request.model,
    messages: adaptMessages(request.messages, refused),
    ...(limit !== undefined && limitName && { [limitName]: limit + room }),
  };
}

const limitNames = ["max_tokens", "max_completion_tokens"] as const;
type Message = ChatRequest["messages"][number];

/**
 * Our rules go into the first message of the visitor's side where there is no role for them; then roles alternate as
 * well.
 */
function adaptMessages(messages: readonly Message[], refused: EndpointHabits["refused"]): Message[] {
  const isRules = ({ role }: Message) => role === "system" || role === "developer";
  if (!refused.has("system"))
    return messages.map((message) =>
      message.role === "developer" && refused.has("developer") ? { ...message, role: "system" } : message,
    );
  const merged: Message[] = [];
  for (const message of messages) {
    const role = isRules(message) ? "user" : message.role;
    const last = merged.at(-1);
    if (last?.role === role) last.content += `\n\n${message.content}`;
    else merged.push({ ...message, role });
  }
  return merged;
}
