import { expect, it } from "vitest";
import { asksForPerson } from "./asks-for-person";

it.each([
  "轉真人客服",
  "我要找真人",
  "可以接專人嗎",
  "真人",
  "I want to talk to a human",
  "speak to an agent",
])("hears in %s that a person is wanted", (message) => {
  expect(asksForPerson(message)).toBe(true);
});

it.each(["退貨要找誰", "客服幾點上班", "你們有真人的照片嗎", "do you sell agent figures"])(
  "hears no such thing in %s",
  (message) => {
    expect(asksForPerson(message)).toBe(false);
  },
);
