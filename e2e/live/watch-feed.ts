import { z } from "zod";
import { followStream } from "./follow-stream";

export const turnSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  author: z.string(),
  state: z.string(),
  replyTo: z.string().nullable(),
  bubbles: z.array(z.string()),
});

const eventSchema = z.object({
  chat: z.object({ id: z.string(), chatId: z.string(), visitorTurns: z.number() }),
  turn: turnSchema,
});

export type Watched = {
  /** Every event that came, in its order; positions are stream ids. */
  events: { position: string; event: z.output<typeof eventSchema> }[];
  resets: number;
  /** What the screen was told of delays, in order. */
  delays: boolean[];
  stop: () => void;
};

/** A screen's live feed without the screen: reconnects and resumes as a browser does, at the next address each time. */
export function watchFeed(addresses: readonly string[], cookie: string, after: string): Watched {
  const watched: Watched = { events: [], resets: 0, delays: [], stop: () => {} };
  let position = after;
  watched.stop = followStream(
    addresses.map((address) => `${address}/api/live?after=${after}`),
    { cookie },
    after,
    ({ kind, id, data }) => {
      if (kind === "reset") watched.resets += 1;
      if (kind === "status") watched.delays.push(JSON.parse(data || "{}").isDelayed === true);
      position = id ?? position;
      if (kind === "message") watched.events.push({ position, event: eventSchema.parse(JSON.parse(data)) });
    },
  );
  return watched;
}
