import { describe, expect, it } from "vitest";
import { isMeantForWidget, parseRequestTarget } from "./request-target";

describe("parseRequestTarget", () => {
  it.each([
    ["/", "/", "page"],
    ["/sign-in?next=%2Fbots", "/sign-in?next=%2Fbots", "page"],
    ["/api/widget/config?token=a%20b", "/api/widget/config?token=a%20b", "widget-api"],
    ["/api/widget/message", "/api/widget/message", "widget-api"],
    ["/api/widget/message/", "/api/widget/message", "widget-api"],
    ["/api/widget/", "/api/widget", "widget-api"],
    ["//api//widget///ping", "/api/widget/ping", "widget-api"],
    ["/\\api\\widget/ping", "/api/widget/ping", "widget-api"],
    ["/api/widget/../widget/./ping", "/api/widget/ping", "widget-api"],
    ["/x/%2e%2e/api/widget/ping", "/api/widget/ping", "widget-api"],
    ["/api/%77idget/ping", "/api/widget/ping", "widget-api"],
    ["/api/widget/問", "/api/widget/%E5%95%8F", "widget-api"],
    ["/api/widgets", "/api/widgets", "page"],
    ["/widget.js?v=1", "/widget.js?v=1", "widget-script"],
    ["//evil.example/x", "/evil.example/x", "page"],
    ["http://chat.example/api/widget/ping", "/api/widget/ping", "widget-api"],
    ["http://chat.example?x=1", "/?x=1", "page"],
    ["/?q=%E0%A4%A", "/?q=%E0%A4%A", "page"],
  ])("reads %s as %s (%s)", (raw, url, kind) => {
    expect(parseRequestTarget(raw)).toEqual({ url, kind });
  });

  it.each(["", "*", "api/widget", "/%E0%A4%A", "/%ff", "/a%00b", "/%", "ftp://x/y", "example.com:443"])(
    "refuses %j",
    (raw) => {
      expect(parseRequestTarget(raw)).toBeNull();
    },
  );
});

describe("a page's parameters", () => {
  const withParameters = (path: string, count: number) => `${path}?${Array(count).fill("a=1").join("&")}`;

  it("are a hundred at most", () => {
    for (const path of ["/", "/sign-in", "/api/chats"]) {
      expect(parseRequestTarget(withParameters(path, 100))?.kind).toBe("page");
      for (const count of [101, 3_000]) expect(parseRequestTarget(withParameters(path, count))).toBeNull();
    }
  });

  it("are not counted where they are read by name", () => {
    for (const path of ["/api/widget/config", "/widget.js"])
      expect(parseRequestTarget(withParameters(path, 3_000))).not.toBeNull();
  });
});

describe("isMeantForWidget", () => {
  it.each(["/api/widget", "/api/widget/%ff", "//api/widget/%", "http://h/api/widget/%ff", "/api/widget?%"])(
    "holds for %s",
    (raw) => {
      expect(isMeantForWidget(raw)).toBe(true);
    },
  );

  it.each(["/", "/api/widgets/%ff", "/x/api/widget/%ff", ""])("does not hold for %j", (raw) => {
    expect(isMeantForWidget(raw)).toBe(false);
  });
});
