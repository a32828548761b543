import { expect, it } from "vitest";
import { safePath } from "./safe-path";

it.each([
  ["/chats", "/chats"],
  ["/bots/1?tab=look", "/bots/1?tab=look"],
  ["/chats#end", "/chats"],
  ["/invite/abc", "/invite/abc"],
  ["/對話", "/%E5%B0%8D%E8%A9%B1"],
  ["/?to=//example.org", "/?to=//example.org"],
])("%s leads to %s", (given, path) => {
  expect(safePath(given)).toBe(path);
});

it.each([
  "",
  "chats",
  "//example.org",
  "/\\example.org",
  "\\\\example.org",
  "/\t/example.org",
  "/\n/example.org",
  "https://example.org",
  "javascript:alert(1)",
  "/..//example.org",
  "/a/..//example.org",
  "/sign-in",
  "/sign-in?callbackUrl=/chats",
  "/api/auth/signout",
  "/reset/x",
  `/${"x".repeat(3_000)}`,
  undefined,
  ["/chats"],
])("%o leads nowhere", (given) => {
  expect(safePath(given)).toBeNull();
});
