/**
 * Reads server-sent events to the end of a response; `onEvent` gets the name and data of each, `onBytes` is told that
 * something came.
 * Rejects when it breaks off.
 */
export async function readEvents(
  response: Response,
  onEvent: (name: string, data: string) => unknown,
  onBytes: () => unknown = () => {},
): Promise<void> {
  // A page may have put a fetch without streams in the browser's place.
  const reader = response.body?.getReader?.();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    onBytes();
    const text = reader ? decoder.decode(value, { stream: !done }) : await response.text();
    const events = (rest + text).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      const [, name = "", data = ""] = /^event: (\w+)\ndata: (.*)$/m.exec(event) ?? [];
      onEvent(name, data);
    }
    if (done) return;
  }
}
