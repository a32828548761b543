import { describe, expect, it } from "vitest";
import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { BotIndex } from "@/lib/knowledge/index/bot-index";
import { buildSegment } from "@/lib/knowledge/index/build-segment";
import { encodeSegment } from "@/lib/knowledge/index/segment";
import { findContext } from "./find-context";

const said = (...questions: string[]) => questions.map((content) => ({ role: "user" as const, content }));

describe("findContext", () => {
  it.each([
    ["那東方美人呢", ["高山烏龍多少錢"], { about: "", aside: "", instead: "東方美人 多少錢" }],
    ["東方美人", ["高山烏龍多少錢"], { about: "", aside: "", instead: "東方美人 多少錢" }],
    ["茶凍呢", ["高山烏龍多少錢", "那東方美人呢"], { about: "", aside: "", instead: "茶凍 多少錢" }],
    ["那 300 公克的呢", ["高山烏龍 150 公克多少錢"], { instead: "高山烏龍 300公克多少錢" }],
    ["500的呢", ["公道杯多少錢"], { instead: "500的 公道杯多少錢" }],
    ["多少錢？", ["高山烏龍要用幾度的水泡"], { about: "高山乌龙", aside: "" }],
    ["那個可以退嗎", ["高山烏龍要用幾度的水泡"], { about: "高山乌龙", aside: "" }],
    ["要多久？", ["高山烏龍多少錢", "那東方美人呢"], { about: "东方美人", aside: "" }],
    ["可以放多久", ["高山烏龍多少錢", "那東方美人呢", "要用幾度的水泡"], { about: "", aside: "东方美人" }],
    ["運費多少", ["高山烏龍多少錢"], { about: "", aside: "高山乌龙" }],
    ["How long does it take?", ["禮盒怎麼買？"], { about: "禮盒怎麼買？", aside: "" }],
    ["how long does it take?", ["can I return it"], { instead: expect.stringContaining("多久") }],
    ["大概幾天", ["運費多少"], { instead: "多久会到" }],
    ["それはいくらですか", ["禮盒怎麼買？"], { about: "禮盒怎麼買？", aside: "" }],
  ])("reads %s after %j with %j", (question, before, context) =>
    expect(findContext(question, said(...before))).toMatchObject(context),
  );

  it.each([
    ["有會員卡嗎", "thing"],
    ["會員卡呢", "thing"],
    ["那 LINE Pay 呢", "thing"],
    ["可以用LINE Pay嗎", "thing"],
    ["會過期嗎", "deed"],
    ["可以退貨嗎", "deed"],
    ["多少錢", undefined],
    ["那個呢", undefined],
    ["How much?", undefined],
  ])("reads what %s names itself as %s", (question, names) =>
    expect(findContext(question, said("電動車租一天多少錢"))?.names).toBe(names),
  );

  it.each([
    "那裡有什麼可以玩的，適合小朋友嗎？",
    "烏來溫泉怎麼預訂",
    "What discount do wholesale orders get?",
  ])("lets %s stand alone", (question) => expect(findContext(question, said("禮盒怎麼買？"))).toBeNull());

  it("reads nothing with nothing, and with the bot's words where the visitor named no thing", () => {
    expect(findContext("那運費呢？", [])).toBeNull();
    const before = [...said("送長輩哪一款好"), { role: "assistant" as const, content: "推薦凍頂炭焙烏龍。" }];
    expect(findContext("多少錢？", before)?.aside).toContain("凍頂炭焙烏龍");
  });
});

it("searches a follow-up for what it is about", async () => {
  const text = "# 禮盒\n禮盒運費 200 元，低溫配送。\n\n# 散裝茶\n散裝茶運費 80 元，常溫配送。";
  const segment = encodeSegment(buildSegment({ title: "運送說明", text, passages: splitPassages(text) }));
  const index = await BotIndex.load([{ id: "shipping", segment }]);
  const best = (before: string) => {
    const question = "那運費呢？";
    const [hit] = index.search(question, { limit: 1, context: findContext(question, said(before)) }).hits;
    return hit && text.slice(hit.start, hit.end);
  };
  expect(best("我想買禮盒")).toContain("200 元");
  expect(best("散裝茶怎麼買")).toContain("80 元");
});
