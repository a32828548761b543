import { get, type IncomingMessage } from "node:http";
import { z } from "zod";

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
  let isOver = false;
  let turn = 0;
  let current: ReturnType<typeof get> | undefined;

  const take = (block: string) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
    const kind = field("event");
    if (kind === "reset") watched.resets += 1;
    if (kind === "status") watched.delays.push(JSON.parse(field("data") ?? "{}").isDelayed === true);
    position = field("id") ?? position;
    if (kind === "message")
      watched.events.push({ position, event: eventSchema.parse(JSON.parse(field("data") ?? "")) });
  };
  const read = (response: IncomingMessage) => {
    let text = "";
    response.setEncoding("utf8").on("data", (chunk: string) => {
      const blocks = (text + chunk).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) take(block);
    });
  };
  const connect = () => {
    if (isOver) return;
    const address = addresses[turn++ % addresses.length];
    current = get(`${address}/api/live?after=${after}`, {
      headers: { cookie, "last-event-id": position },
      agent: false,
    });
    current.on("response", read);
    current.on("error", () => {});
    current.on("close", () => setTimeout(connect, 200));
  };
  connect();
  watched.stop = () => {
    isOver = true;
    current?.destroy();
  };
  return watched;
}
