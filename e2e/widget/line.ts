/** A line of events that the test adds to, as long as it runs: `events` of the fixture server's bot. */
export function createLine(...first: [string, unknown][]) {
  const events = [...first];
  let wake = () => {};
  return {
    add(name: string, data: unknown) {
      events.push([name, data]);
      wake();
    },
    async *events(): AsyncGenerator<[string, unknown]> {
      for (let at = 0; ; at++) {
        const event = events[at] ?? (await waitFor(at));
        yield event;
      }
    },
  };

  async function waitFor(at: number): Promise<[string, unknown]> {
    for (;;) {
      const event = events[at];
      if (event) return event;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}
