import { openChatStream } from "@/test/servers/open-chat-stream";

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
export async function openVisitorStream(
  address: string,
  { token, key, from }: { token: string; key: string; from: string },
): Promise<VisitorStream> {
  let isTold = false;
  const { until, ended, close } = openChatStream(
    `${address}/api/widget/events?token=${token}`,
    { "dawen-visitor": key, "x-forwarded-for": from },
    ({ event, data }) => {
      if (event === "state") isTold = true;
      if (event === "typing") stream.typingAt = performance.now();
      if (event !== "turn") return;
      stream.turnIds.push(data.turn_id);
      if (data.role !== "person") return;
      for (const said of data.texts) stream.saidAt.set(said, performance.now());
    },
  );
  const stream: VisitorStream = { turnIds: [], saidAt: new Map(), typingAt: 0, isOpen: true, close };
  await until(() => isTold);
  void ended().then(() => {
    stream.isOpen = false;
  });
  return stream;
}
