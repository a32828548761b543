import { expect, it } from "vitest";
import { fillReply, type ReplyFacts } from "./fill-reply";

const facts: ReplyFacts = {
  ...{ visitor: "王小明", staff: "小美", bot: "小茶", shop: "霧腳茶行" },
  hours: { zh: "週一到週五 09:00–18:00", en: "Mon–Fri 09:00–18:00" },
};

it("fills in what a text names, by the names of either language and in full width", () => {
  const zh = "{訪客}你好，我是{店名}的{我}。｛機器人｝說得對。我們的服務時間：{服務時間}。";
  expect(fillReply(zh, facts)).toEqual({
    text: "王小明你好，我是霧腳茶行的小美。小茶說得對。我們的服務時間：週一到週五 09:00–18:00。",
    open: null,
  });
  expect(fillReply("Hi {visitor}, {Me} of {shop} here; we are open {hours}.", facts).text).toBe(
    "Hi 王小明, 小美 of 霧腳茶行 here; we are open Mon–Fri 09:00–18:00.",
  );
});

it("speaks to a visitor whose name nobody knows without one", () => {
  const nameless = { ...facts, visitor: null };
  expect(fillReply("{訪客}你好", nameless).text).toBe("你好");
  expect(fillReply("Hi {visitor},", nameless).text).toBe("Hi there,");
});

it("leaves what it doesn't know, and says where", () => {
  const filled = fillReply("我們 {服務時間} 都在，{優惠碼}", { ...facts, hours: null });
  expect(filled.text).toBe("我們 {服務時間} 都在，{優惠碼}");
  expect(filled.text.slice(filled.open?.from, filled.open?.to)).toBe("{服務時間}");
});

it("takes a name as words only: nothing in it is filled in, and it stays one short line", () => {
  expect(fillReply("{訪客}！{我}", { ...facts, visitor: "{我}\n\n{店名}" }).text).toBe("{我} {店名}！小美");
  expect([...fillReply("{訪客}", { ...facts, visitor: "長".repeat(500) }).text]).toHaveLength(60);
});
