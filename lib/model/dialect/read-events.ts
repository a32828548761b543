export type ServerEvent = {
  /** "message" unless it is named. */
  name: string;
  /** What its data says as JSON; undefined where it is none. */
  value: unknown;
  data: string;
};

/**
 * The events of a stream (server-sent events) as far as each piece ends them, whatever ends its lines; a line of data
 * that is whole JSON is an event by itself, for servers that leave out the blank line. Takes time linear in the
 * stream's length.
 */
export function createEventReader(): { push(piece: string): ServerEvent[]; end(): ServerEvent[] } {
  /** Of the line that hasn't ended: joined once, for to search them together each time would take the square. */
  let pieces: string[] = [];
  let isReturned = false;
  let name = "message";
  let data: string[] = [];

  const dispatch = (events: ServerEvent[]) => {
    if (data.length > 0) events.push(toEvent(name, data.join("\n")));
    [name, data] = ["message", []];
  };
  const readLine = (line: string, events: ServerEvent[]) => {
    if (line === "") return dispatch(events);
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") name = value;
    if (field !== "data") return;
    data.push(value);
    const event = data.length === 1 ? toEvent(name, value) : null;
    if (!event || (event.value === undefined && value !== "[DONE]")) return;
    events.push(event);
    data = [];
  };
  const takeLine = (end: string) => {
    const line = pieces.join("") + end;
    pieces = [];
    return line;
  };
  return {
    push: (piece) => {
      const events: ServerEvent[] = [];
      const text = isReturned ? `\r${piece}` : piece;
      // A line may end with both: the second may be in the next piece.
      isReturned = text.endsWith("\r");
      const sure = isReturned ? text.slice(0, -1) : text;
      let from = 0;
      for (const { 0: end, index } of sure.matchAll(/\r\n?|\n/g)) {
        readLine(takeLine(sure.slice(from, index)), events);
        from = index + end.length;
      }
      if (from < sure.length) pieces.push(sure.slice(from));
      return events;
    },
    end: () => {
      const events: ServerEvent[] = [];
      if (pieces.length > 0) readLine(takeLine(""), events);
      isReturned = false;
      dispatch(events);
      return events;
    },
  };
}

function toEvent(name: string, data: string): ServerEvent {
  try {
    return { name, data, value: JSON.parse(data) };
  } catch {
    return { name, data, value: undefined };
  }
}
