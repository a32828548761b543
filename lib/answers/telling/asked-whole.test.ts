import { describe, expect, it } from "vitest";
import { fold } from "@/lib/language/words/fold";
import { forEachTerm } from "@/lib/language/words/tokens";
import { createShopTalk } from "@/test/fixtures/shop-talk";
import { lacksAsked, latinAsked } from "./asked-whole";

const room = {
  title: "住宿須知",
  content: `## 帶什麼

- 換洗衣物和防曬乳
- 自己的睡袋，天氣冷時請加毛毯

## 床位

| 床位 | 平日 | 假日 |
|---|---|---|
| 雙人房 | 1,800 元 | 2,200 元 |
| 四人房 | 2,800 元 | 3,400 元 |`,
};
const price = {
  title: "收費表",
  content: "## 價格\n\n課程價格依人數計算，打折時另行公告。\n\n- 衝浪課：1,500 元\n- 立槳課：1,200 元",
};
const goods = { title: "商品", content: "## 販售\n\n櫃檯有賣防蚊液 150 元和毛巾 80 元。" };
const shop = createShopTalk([room, price, goods]);

describe("what is asked for and is not there is not sure", () => {
  it.each([
    ["潛水證照多少錢", "prices of all else"],
    ["有賣防曬乳嗎", "what guests bring"],
    ["有單人房嗎", "rooms for two and four"],
    ["有手機app嗎", "an app"],
    ["有獨木舟嗎", "a canoe"],
  ])("%s: %s", async (question) => {
    const { answered, said } = await shop.talk([question]);
    expect(answered, said).toBe(false);
  });

  it.each([
    ["衝浪課多少錢", "1,500"],
    ["有賣防蚊液嗎", "150"],
    ["有雙人房嗎", "1,800"],
  ])("%s is", async (question, words) => {
    const { answered, said } = await shop.talk([question]);
    expect(said).toContain(words);
    expect(answered, said).toBe(true);
  });
});

it("is not had what is another kind of what is named", () => {
  const known = (is: boolean) => new Map([[fold("鵝").charCodeAt(0), is]]);
  expect(lacksAsked(fold("鵝絨被多少錢"), [], known(false), [fold("絨被")])).toBe(true);
  expect(lacksAsked(fold("鵝絨被多少錢"), [], known(false), [fold("棉被")])).toBe(false);
  expect(lacksAsked(fold("鵝絨被多少錢"), [], known(true), [fold("絨被")])).toBe(false);
  expect(lacksAsked(fold("鵝絨被可以洗嗎"), [], known(false), [fold("絨被")])).toBe(false);
});

const none: ReadonlyMap<number, boolean> = new Map();

it.each([
  ["潛水證照多少錢", "證照", true],
  ["有加大單車嗎", "單車", true],
  ["潛水證照可以補發嗎", "證照", false],
  ["證照的課多少錢", "證照", false],
  ["電話多少", "電話", false],
  ["團體票價多少", "票價", false],
])("%s without %s", (question, thing, expected) => {
  expect(lacksAsked(fold(question), [fold(thing)], none)).toBe(expected);
});

it.each([
  ["有手機app嗎", "app"],
  ["有 app 可以下載嗎", "app"],
  ["app 可以退費嗎", ""],
])("%s asks for %s", (question, word) => {
  const known = new Map<number, boolean>();
  forEachTerm("app", (term) => known.set(term, false));
  expect(latinAsked(fold(question), known)).toBe(word);
  expect(latinAsked(fold(question), new Map([...known.keys()].map((term) => [term, true])))).toBe("");
});
