import { describe, expect, it } from "vitest";
import { joinScannedLines } from "./join-scanned-lines";

describe("joinScannedLines", () => {
  it("leaves no blanks between Han characters, and those of other words", () => {
    expect(joinScannedLines("退 貨 運 費 80 元 ， 請 洽 Line Pay 客 服")).toBe(
      "退貨運費80元，請洽 Line Pay 客服",
    );
    expect(joinScannedLines("滿 NTS1,500 免運")).toBe("滿 NT$1,500免運");
  });

  it("writes marks beside Han characters wide, and leaves those of numbers", () => {
    const text = "七天內 , 可退貨 ; 電話 : 0800-123-456, 每日 9:00 至 18:30 , 滿 1,500 元免運 o";
    expect(joinScannedLines(text)).toBe(
      "七天內，可退貨；電話：0800-123-456，每日9:00至18:30，滿1,500元免運。",
    );
    expect(joinScannedLines("Free, and fast: 10:30")).toBe("Free, and fast: 10:30");
  });

  it("joins lines that end at the edge only", () => {
    const text = [
      "自收到商品次日起七天內，您可以無條件申請退貨，商",
      "品必須保持全新。",
      "",
      "二、退款方式",
      "一、信用卡付款的訂單會退回原來的卡片，請您放心等",
      "二、貨到付款的訂單請提供帳號。",
    ].join("\n");
    expect(joinScannedLines(text).split("\n")).toEqual([
      "自收到商品次日起七天內，您可以無條件申請退貨，商品必須保持全新。",
      "",
      "二、退款方式",
      "一、信用卡付款的訂單會退回原來的卡片，請您放心等",
      "二、貨到付款的訂單請提供帳號。",
    ]);
  });
});
