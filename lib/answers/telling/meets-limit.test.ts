import { expect, it } from "vitest";
import { meetsLimit } from "./meets-limit";

it.each([
  ["4 歲可以玩嗎", "滿 5 歲才可以上場。"],
  ["六歲要買票嗎", "3 歲以下免票"],
  ["身高 130 公分可以騎嗎", "145–175 公分適合"],
  ["狗八公斤可以上車嗎", "最多 10 kg"],
  ["我們 12 人可以包場嗎", "15 人（含）以上可以包場"],
])("%s: %s tells", (question, said) => expect(meetsLimit(question, said)).toBe(true));

it.each([
  ["4 歲可以玩嗎", "身高滿 100 公分"],
  ["可以玩嗎", "滿 5 歲"],
  ["4 歲票價", "滿 5 歲"],
  ["4 歲可以玩嗎", "5 歲的小明"],
])("%s: %s tells nothing", (question, said) => expect(meetsLimit(question, said)).toBe(false));
