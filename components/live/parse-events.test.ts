import { expect, it } from "vitest";
import { parseEvents, type StreamEvent } from "./parse-events";

const sent = 'event: turn\nid: 1-2\ndata: {"a":": b"}\n\n: alive\n\ndata: {}\n\nevent: pulse\ndata: cut o';

it.each([1, 2, 3, 7, 1_000])("reads a stream that comes in pieces of %i", (length) => {
  const events: StreamEvent[] = [];
  const take = parseEvents((event) => events.push(event));
  for (let at = 0; at < sent.length; at += length) take(sent.slice(at, at + length));
  expect(events).toEqual([
    { event: "turn", id: "1-2", data: '{"a":": b"}' },
    { event: "message", id: "", data: "{}" },
  ]);
});
