import { expect, it, vi } from "vitest";
import { z } from "zod";
import { type RequestContext, withRequest } from "@/lib/request-context";
import { defineAction } from "./define-action";

// Next has headers and cookies while it answers a request only; nobody is signed in here.
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));

const verb = vi.fn(async () => "done");
const action = defineAction(z.strictObject({}), verb);

function newRequest(): RequestContext {
  return { id: "0123456789abcdef", client: "192.0.2.1", isReached: false, isMalformed: false };
}

it("finds before anything else that no form of ours sent its argument", async () => {
  for (const argument of [undefined, null, {}, [], "x", { entries: () => [] }, new URLSearchParams()]) {
    const request = newRequest();
    const call = () => Reflect.apply(action, undefined, [{ status: "idle" }, argument]);
    expect(await withRequest(request, call)).toMatchObject({ status: "error", code: "bad_request" });
    expect(request.isMalformed).toBe(true);
  }
  expect(verb).not.toHaveBeenCalled();
});

it("looks at who calls it with a form", async () => {
  const request = newRequest();
  const state = await withRequest(request, () => action({ status: "idle" }, new FormData()));
  expect(state).toMatchObject({ status: "error", code: "unauthenticated" });
  expect([request.isReached, request.isMalformed]).toEqual([true, false]);
});
