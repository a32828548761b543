import { expect, it } from "vitest";
import { rewordForTaiwan } from "./reword-for-taiwan";

it("shows each change, and the parts make up both texts", () => {
  const before = "我们的软件默认支持视频，请联系客服。\nWi-Fi 已连接";
  const { text, parts } = rewordForTaiwan(before);
  expect(text).toContain("我們的軟體");
  const join = (kind: string) =>
    parts
      .filter((part) => part.kind === "same" || part.kind === kind)
      .map((part) => part.text)
      .join("");
  expect(join("removed")).toBe(before);
  expect(join("added")).toBe(text);
  expect(parts.filter(({ kind }) => kind === "added").length).toBeGreaterThan(2);
});

it("leaves what is written as in Taiwan alone", () => {
  const text = "軟體預設支援影片，里長在裡面。";
  expect(rewordForTaiwan(text)).toEqual({ text, parts: [{ kind: "same", text }] });
});
