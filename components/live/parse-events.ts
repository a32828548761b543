export type StreamEvent = { event: string; id: string; data: string };

/**
 * Takes the pieces of a stream as our own server sends it: `\n` ends a line, an empty line an event, and each field
 * stands on one line.
 */
export function parseEvents(onEvent: (event: StreamEvent) => void): (text: string) => void {
  let rest = "";
  return (text) => {
    const blocks = (rest + text).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = new Map(block.split("\n").map((line) => splitField(line)));
      const data = fields.get("data");
      if (data !== undefined)
        onEvent({ event: fields.get("event") ?? "message", id: fields.get("id") ?? "", data });
    }
  };
}

function splitField(line: string): [string, string] {
  const colon = line.indexOf(": ");
  return colon < 0 ? [line, ""] : [line.slice(0, colon), line.slice(colon + 2)];
}
