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
  let rest = "";
  let looked = 0;
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
  const read = (isOver: boolean): ServerEvent[] => {
    const events: ServerEvent[] = [];
    let from = 0;
    const ends = /\r\n|\n|\r(?!$)/g;
    ends.lastIndex = looked;
    for (let end = ends.exec(rest); end; end = ends.exec(rest)) {
      readLine(rest.slice(from, end.index), events);
      from = ends.lastIndex;
    }
    rest = rest.slice(from);
    looked = Math.max(0, rest.length - 1);
    if (isOver) {
      if (rest !== "") readLine(rest.replace(/\r$/, ""), events);
      dispatch(events);
    }
    return events;
  };
  return {
    push: (piece) => {
      rest += piece;
      return read(false);
    },
    end: () => read(true),
  };
}

function toEvent(name: string, data: string): ServerEvent {
  try {
    return { name, data, value: JSON.parse(data) };
  } catch {
    return { name, data, value: undefined };
  }
}
