import { LRUCache } from "lru-cache";

/** What one endpoint's model was seen to do otherwise than the protocol says. */
export type EndpointHabits = {
  /** Parameters, roles and ways that it refuses. */
  refused: Set<Refusable>;
  /** It thinks before it speaks: its budget needs room for that. */
  hasThoughts: boolean;
  /** It marks only the end of its thoughts. */
  isEndOnly: boolean;
};

export type Refusable = (typeof refusables)[number];

export const refusables = [
  "max_completion_tokens",
  "max_tokens",
  "temperature",
  "stream_options",
  "response_format",
  "developer",
  "system",
  "stream",
] as const;

/** The habits of an endpoint's models, by name, as long as the process lives. */
export function createEndpointHabits(): (model: string) => EndpointHabits {
  const known = new LRUCache<string, EndpointHabits>({ max: 100 });
  return (model) => {
    const habits = known.get(model) ?? { refused: new Set(), hasThoughts: false, isEndOnly: false };
    known.set(model, habits);
    return habits;
  };
}
