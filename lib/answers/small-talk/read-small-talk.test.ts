import { expect, it } from "vitest";
import { readSmallTalk } from "./read-small-talk";

it.each([
  ["你好", "greeting"],
  ["您好～", "greeting"],
  ["你好！請問在嗎？", "greeting"],
  ["有人在吗", "greeting"],
  ["早安呀", "greeting"],
  ["ＨＩ", "greeting"],
  ["Hello there!", "greeting"],
  ["こんにちは", "greeting"],
  ["謝謝", "thanks"],
  ["谢谢你喔", "thanks"],
  ["好的，了解，謝謝你們", "thanks"],
  ["Thanks a lot :)", "thanks"],
  ["ありがとうございます。", "thanks"],
  ["謝謝，掰掰", "goodbye"],
  ["好的", "agreement"],
  ["了解了", "agreement"],
  ["ok", "agreement"],
  ["你是誰？", "whoAreYou"],
  ["請問你是機器人嗎", "whoAreYou"],
  ["你是真人還是機器人", "whoAreYou"],
  ["Are you a real person?", "whoAreYou"],
  ["😀👍", "wordless"],
  ["？？", "wordless"],
])("reads %s as %s", (message, kind) => {
  expect(readSmallTalk(message)).toBe(kind);
});

it.each([
  "你好，請問運費多少？",
  "謝謝，那退貨呢",
  "好喝嗎",
  "早上幾點開門",
  "對花生過敏可以吃嗎",
  "在嗎？我要退貨",
  "hi, do you ship abroad",
  "okinawa",
  "你是哪裡的茶",
  "嗨翻節有優惠嗎",
  "123",
])("reads %s as a question", (message) => {
  expect(readSmallTalk(message)).toBeNull();
});
