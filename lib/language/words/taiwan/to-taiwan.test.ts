import { describe, expect, it } from "vitest";
import { createTaiwanConverter } from "./to-taiwan";

function convert(text: string, own = "") {
  return createTaiwanConverter(own)(text);
}

describe("createTaiwanConverter", () => {
  it.each([
    ["您可以在七天内申请退货，我们会尽快处理。", "您可以在七天內申請退貨，我們會儘快處理。"],
    ["请提供发票号码，头发和面条不能退。", "請提供發票號碼，頭髮和麵條不能退。"],
    ["软件和视频在网络上下载", "軟體和影片在網路上下載"],
    ["我們會用短信通知您，並附上打印好的單據", "我們會用簡訊通知您，並附上列印好的單據"],
    ["皇后面前只有一只猫", "皇后面前只有一隻貓"],
    ["台湾的运费是一百元", "台灣的運費是一百元"],
  ])("%s", (simplified, taiwan) => expect(convert(simplified).text).toBe(taiwan));

  it.each([
    "台北門市在三樓裡面，只要準時到就好，里程數不限。",
    "這份文件的退貨程序請看表格，保存期限兩年，項目如下。",
    "簡短信件請寄到客服信箱，菜單在這裡。",
    "高級烏龍茶支持冷泡，請打開包裝後一周內喝完，余先生。",
    "Free shipping over NT$1,000.",
    "送料は無料です。登録は簡単です。",
  ])("leaves Taiwan's own, English and Japanese alone: %s", (text) => {
    expect(convert(text)).toEqual({ text, replaced: 0 });
  });

  it("leaves words of the shop and the visitor as they wrote them", () => {
    expect(convert("視頻課程在網絡上。", "本店的視頻課程").text).toBe("視頻課程在網路上。");
  });

  it("counts what it replaced", () => {
    expect(convert("视频").replaced).toBe(3);
    expect(convert("視頻").replaced).toBe(1);
  });

  it("remembers over pieces that a reply is written in Simplified", () => {
    const convert = createTaiwanConverter("");
    expect(`${convert("请看，").text}${convert("里面有").text}`).toBe("請看，裡面有");
  });
});
