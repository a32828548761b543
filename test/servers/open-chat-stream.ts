import { request } from "node:http";
import type { z } from "zod";
import { chatEvent } from "@/lib/contract/events";

type Read = z.output<typeof chatEvent>;

/**
 * Reads a chat's stream of `/api/widget/events`; `until` waits for an event.
 * @param onEvent told of each as it comes
 */
export function openChatStream(
  url: string,
  headers: Record<string, string>,
  onEvent: (told: Read) => void = () => {},
) {
  const events: Read[] = [];
  let tell = () => {};
  let isOver = false;
  const asked = request(url, { headers: { ...headers, accept: "text/event-stream" }, agent: false });
  const end = () => {
    isOver = true;
    tell();
  };
  asked.once("response", (response) => {
    let rest = "";
    response.setEncoding("utf8").on("data", (text: string) => {
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const [, event, data = ""] = /^event: (\w+)\ndata: (.*)$/m.exec(block) ?? [];
        if (!event) continue;
        const told = chatEvent.parse({ event, data: JSON.parse(data) });
        events.push(told);
        onEvent(told);
      }
      tell();
    });
    response.once("close", end);
  });
  asked.on("error", end).end();
  const until = async (isThere: () => boolean) => {
    while (!isThere()) {
      if (isOver) throw new Error(`the stream ended: ${JSON.stringify(events)}`);
      await new Promise<void>((resolve) => {
        tell = resolve;
      });
    }
  };
  const said = () => events.flatMap(({ event, data }) => (event === "turn" ? data.texts : []));
  const ended = async () => {
    while (!isOver)
      await new Promise<void>((resolve) => {
        tell = resolve;
      });
  };
  return { events, said, until, ended, close: () => asked.destroy() };
}
