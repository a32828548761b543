import { describe, expect, it } from "vitest";
import { readPlace } from "./read-place";

describe("readPlace", () => {
  it.each([
    ["禮盒可以寄日本嗎", "日本"],
    ["書可以寄到香港嗎", "香港"],
    ["有寄美國嗎", "美國"],
    ["台東有店嗎", "門市"],
    ["高雄門市地址", "門市"],
    ["台中分店在哪", "分店"],
  ])("%s is looked for as %s", (question, words) => {
    expect(readPlace(question)?.normalize("NFKC")).toContain(
      words === "門市" || words === "分店" ? words : "海外",
    );
  });

  it.each([
    "日本茶有賣嗎",
    "寄台南運費多少",
    "新竹米粉多少錢",
    "台北店可以停車嗎",
    "海外旅遊險多少錢",
    "我住高雄",
  ])("%s is a question like others", (question) => expect(readPlace(question)).toBeNull());
});
