import { expect, it } from "vitest";
import { answerWords } from "@/lib/i18n/words/answer-words";
import { createShopTalk } from "@/test/fixtures/shop-talk";
import { itemsLeft } from "./items-left";

const services = Array.from({ length: 60 }, (_, at) => `- 第${at + 1}類服務說明與收費請洽櫃台人員辦理`);

const { ask } = createShopTalk([
  { title: "服務項目", content: `## 全部的服務項目\n\n${services.join("\n")}` },
]);

it("says how many of a long list are left", async () => {
  const { bubbles } = await ask("全部的服務項目");
  const said = bubbles.join("\n").match(/第\d+類/gu)?.length ?? 0;
  expect(said).toBeGreaterThan(5);
  expect(bubbles.at(-1)).toBe(answerWords["zh-TW"].left(60 - said));
});

it("counts what goes on behind a stretch of a list, up to what is none", () => {
  const text = "服務：\n- 甲\n- 乙\n- 丙\n\n- 丁\n說明在下面。\n- 戊";
  const upTo = (last: string) => ({ start: 0, end: text.indexOf(last) + last.length });
  expect(itemsLeft(text, upTo("乙"))).toBe(2);
  expect(itemsLeft(text, upTo("丁"))).toBe(0);
  expect(itemsLeft(text, { start: text.indexOf("- 甲"), end: text.indexOf("- 乙") })).toBe(0);
});
