import { describe, expect, it } from "vitest";
import { createThoughtFilter } from "./create-thought-filter";
import { createEventReader } from "./read-events";

/** What a reader makes of a text that comes in pieces of that many characters. */
function readEvents(text: string, length: number) {
  const reader = createEventReader();
  const events = [];
  for (let at = 0; at < text.length; at += length) events.push(...reader.push(text.slice(at, at + length)));
  return [...events, ...reader.end()];
}

/** CPU seconds of this process. */
function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe("createEventReader", () => {
  it.each([
    'data: {"a":1}\n\ndata: {"a":2}\n\n',
    'event: x\r\ndata: {"a":1}\r\n\r\ndata: no JSON\r\ndata: of two lines\r\n\r\n',
    'data: {"a":1}\r\rdata: {"a":2}\r',
    "data: [DONE]",
    ": a comment\n\n\ndata: x\n\r\n",
  ])("reads %j the same wherever it is cut", (text) => {
    const whole = readEvents(text, text.length);
    expect(whole.length).toBeGreaterThan(0);
    for (let length = 1; length < text.length; length++) expect(readEvents(text, length)).toEqual(whole);
  });

  it("reads a line that doesn't end in linear time, however small its pieces", () => {
    const line = `data: ${"x".repeat(1_500_000)}`;
    expect(secondsOf(() => expect(readEvents(line, 64)).toHaveLength(1))).toBeLessThan(5);
  }, 60_000);
});

it("blanks before a reply's first word are taken in linear time, and go", () => {
  const filter = createThoughtFilter();
  const blanks = () => {
    for (let count = 0; count < 150_000; count++) filter.push(" \n\u3000\t");
  };
  expect(secondsOf(blanks)).toBeLessThan(5);
  expect([filter.push(" 七天"), filter.push("。"), filter.end(false)].map(({ text }) => text).join("")).toBe(
    "七天。",
  );
}, 60_000);
