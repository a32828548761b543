import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { log, logError } from "./log";
import { withRequest } from "./request-context";

let written: string[] = [];

beforeEach(() => {
  written = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

function only(): Record<string, unknown> {
  expect(written).toHaveLength(1);
  const [line = ""] = written;
  expect(line.indexOf("\n")).toBe(line.length - 1);
  return JSON.parse(line);
}

it("carries the request's id, also in what the request awaits", async () => {
  const request = { id: "0123456789abcdef", client: "192.0.2.1", isReached: true, isMalformed: false };
  await withRequest(request, async () => {
    await new Promise(setImmediate);
    log("info", "done", { n: 1 });
  });
  expect(only()).toMatchObject({ level: "info", message: "done", requestId: request.id, n: 1 });
  written = [];
  log("info", "alone");
  expect(only()).not.toHaveProperty("requestId");
});

it("keeps foreign text in its line and in its field", () => {
  const foreign = 'a\n{"level":"error"}\r\u0085b\u2028c\u2029d\u001b[31m\u009b31m\u202ee\u2066f\u0000\ud800';
  log("warn", foreign, { foreign });
  const [line = ""] = written;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
  expect(only().foreign).toBe(foreign);
});

it("cuts long text and survives what JSON can't hold", () => {
  log("warn", "long", { text: "a".repeat(1_000_000) });
  expect(String(only().text).length).toBeLessThan(5_000);
  written = [];
  const circular: Record<string, unknown> = { big: 1n };
  circular.self = circular;
  log("warn", "odd", circular);
  expect(only()).toMatchObject({ level: "warn", message: "odd" });
});

it("has an error's stack in the same line, and Next's digest", () => {
  logError("failed", Object.assign(new Error("two\nlines"), { digest: "42" }));
  expect(only()).toMatchObject({
    error: "two\nlines",
    digest: "42",
    stack: expect.stringContaining("log.test"),
  });
});
