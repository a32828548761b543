import { get } from "node:http";
import { chatEvent } from "@/lib/contract/events";

/** What a visitor's page has been told. */
export type VisitorStream = {
  /** Of each turn its id, in the order in which they came. */
  turnIds: string[];
  /** By what a person wrote, when it came (`performance.now`). */
  saidAt: Map<string, number>;
  /** When it was told last that a person writes. */
  typingAt: number;
  isOpen: boolean;
  close: () => void;
};

/** Opens a visitor's stream; resolves with it once it was told the chat's state. */
export function openVisitorStream(
  address: string,
  { token, key, from }: { token: string; key: string; from: string },
): Promise<VisitorStream> {
  const stream: VisitorStream = {
    turnIds: [],
    saidAt: new Map(),
    typingAt: 0,
    isOpen: true,
    close: () => asked.destroy(),
  };
  const headers = { "dawen-visitor": key, "x-forwarded-for": from, accept: "text/event-stream" };
  const asked = get(`${address}/api/widget/events?token=${token}`, { headers, agent: false });
  return new Promise((resolve, reject) => {
    asked.on("error", reject);
    asked.on("response", (response) => {
      if (response.statusCode !== 200) reject(new Error(`a stream got ${response.statusCode}`));
      let rest = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        const blocks = (rest + text).split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) {
          const [, event, data = ""] = /^event: (\w+)\ndata: (.*)$/m.exec(block) ?? [];
          if (!event) continue;
          const told = chatEvent.parse({ event, data: JSON.parse(data) });
          if (told.event === "state") resolve(stream);
          if (told.event === "typing") stream.typingAt = performance.now();
          if (told.event !== "turn") continue;
          stream.turnIds.push(told.data.turn_id);
          if (told.data.role !== "person") continue;
          for (const said of told.data.texts) stream.saidAt.set(said, performance.now());
        }
      });
      response.on("close", () => {
        stream.isOpen = false;
      });
      response.on("error", () => {});
    });
  });
}
