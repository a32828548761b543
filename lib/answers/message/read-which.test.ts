import { expect, it } from "vitest";
import { readWhich } from "./read-which";

it.each([
  ["紅茶和綠茶哪個貴", ["紅茶多少錢", "綠茶多少錢"]],
  ["請問紅茶跟綠茶哪一款比較便宜呢？", ["紅茶多少錢", "綠茶多少錢"]],
  ["紅茶還是綠茶哪個咖啡因高", ["紅茶咖啡因", "綠茶咖啡因"]],
  ["木箱與紙箱哪個重", ["木箱多重", "紙箱多重"]],
  ["红茶和绿茶哪个贵", ["红茶多少錢", "绿茶多少錢"]],
])("%s is asked of each", (question, asked) => {
  expect(readWhich(question)).toEqual(asked);
});

it.each(["紅茶和綠茶哪個好", "紅茶和綠茶哪個好喝", "哪個貴", "紅茶和綠茶多少錢", "和".repeat(70)])(
  "%s is no such question",
  (question) => {
    expect(readWhich(question)).toBeNull();
  },
);
