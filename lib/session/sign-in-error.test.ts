import { expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { toFailure } from "@/lib/to-failure";
import { fromSignInError, toSignInError } from "./sign-in-error";

it.each([
  new AppError("rate_limited", "", { retryAfter: 540 }),
  new AppError("forbidden", "", { reason: "no_team" }),
  new AppError("unauthenticated", "", { reason: "wrong_credentials" }),
  new AppError("internal", ""),
])("carries $code $reason through a URL", (error) => {
  const { code, reason, retryAfter } = fromSignInError(toSignInError(toFailure(error, "")));
  expect({ code, reason, retryAfter }).toEqual({
    code: error.code,
    reason: error.reason,
    retryAfter: error.retryAfter,
  });
});

it("says nothing of an error that isn't ours", () => {
  expect(toSignInError(toFailure(new Error("connect ECONNREFUSED 10.0.0.1"), ""))).toBe("internal..");
});

it.each(["CredentialsSignin", "", "toString..", "<script>", "rate_limited..99999999"])(
  "reads %o as wrong credentials",
  (text) => {
    expect(fromSignInError(text)).toMatchObject({ code: "unauthenticated", reason: "wrong_credentials" });
  },
);
