import { get, type IncomingMessage } from "node:http";

/** What an event of a stream says: its name, its id and its data, each where it has them. */
export type StreamEvent = { kind: string | undefined; id: string | undefined; data: string };

/**
 * Reads a stream of events as a browser does: each time it is cut it comes back, at the next address, from the last id
 * on. Returns what ends it.
 * @param after the id it begins after; "" from the beginning
 */
export function followStream(
  addresses: readonly string[],
  headers: Record<string, string>,
  after: string,
  onEvent: (event: StreamEvent) => void,
): () => void {
  let position = after;
  let isOver = false;
  let turn = 0;
  let current: ReturnType<typeof get> | undefined;

  const take = (block: string) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
    const id = field("id");
    position = id ?? position;
    onEvent({ kind: field("event"), id, data: field("data") ?? "" });
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
    current = get(addresses[turn++ % addresses.length] ?? "", {
      headers: {
        accept: "text/event-stream",
        ...headers,
        ...(position !== "" && { "last-event-id": position }),
      },
      agent: false,
    });
    current.on("response", read);
    current.on("error", () => {});
    current.on("close", () => setTimeout(connect, 200));
  };
  connect();
  return () => {
    isOver = true;
    current?.destroy();
  };
}
