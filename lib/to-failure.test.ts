import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AppError } from "./errors";
import { withRequest } from "./request-context";
import { toFailure } from "./to-failure";

const request = { id: "req-1", client: "192.0.2.1", isReached: true, isMalformed: false };
let lines: string[] = [];

beforeEach(() => {
  lines = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const map = (error: unknown) => withRequest(request, () => toFailure(error, "it failed"));

it("gives what one of our errors says, and logs nothing of what the client did", () => {
  const error = new AppError("conflict", "for the log", { reason: "last_owner", theirs: { name: "茶" } });
  expect(map(error)).toMatchObject({
    code: "conflict",
    status: 409,
    reason: "last_owner",
    theirs: { name: "茶" },
  });
  expect(lines).toEqual([]);
});

it.each([
  new Error("connect ECONNREFUSED 10.0.0.1"),
  "thrown text",
  undefined,
  { code: "conflict", status: 409 },
])("says of %o only that the fault is ours, and logs it once with the request's id", (error) => {
  const failure = map(error);
  expect(failure).toMatchObject({ code: "internal", status: 500, reason: undefined, fields: {} });
  expect(JSON.stringify(failure)).not.toContain("ECONNREFUSED");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: "error", message: "it failed", requestId: "req-1" }),
  ]);
});

it("logs a fault of ours that has a code, unless it stands in the log already", () => {
  expect(map(new AppError("unavailable", "away", { reason: "kv_down" }))).toMatchObject({ status: 500 });
  expect(lines).toHaveLength(1);
  map(new AppError("unavailable", "away", { isLogged: true }));
  expect(lines).toHaveLength(1);
});

it("logs nothing where somebody asks for what the operator left out", () => {
  const failure = map(new AppError("unavailable", "no mail server is set", { reason: "mail_none" }));
  expect(failure).toMatchObject({ code: "unavailable", reason: "mail_none" });
  expect(lines).toEqual([]);
});

it("knows an error of another copy of the class", async () => {
  vi.resetModules();
  const copy = await import("./errors");
  expect(copy.AppError).not.toBe(AppError);
  expect(map(new copy.AppError("not_found", "gone", { reason: "link_invalid" }))).toMatchObject({
    code: "not_found",
    status: 404,
    reason: "link_invalid",
  });
});
