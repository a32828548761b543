import { describe, expect, it } from "vitest";
import { fitsComplaint, readTrouble, troubleBefore, wrongWords } from "./read-trouble";

describe.each([
  [
    "order",
    [
      "我的訂單還沒到",
      "東西還沒來 一個禮拜了",
      "包裹到哪了",
      "幫我查訂單 12345",
      "訂單編號 A20231 出貨了嗎",
      "我上週訂的怎麼還沒收到",
      "一直沒收到貨",
      "等了十天都沒有消息",
      "我的包裹什麼時候到",
      "查一下我的訂單",
      "付款了但都沒寄出",
      "快遞怎麼還沒送",
      "我的订单还没到",
      "查一下我的快递包裹",
      "Where is my order?",
      "Where's my package",
      "My parcel has not arrived",
      "my order never came",
      "I haven't received my order yet",
      "track my order",
      "注文した商品が届きません",
      "荷物はどこですか",
      "まだ届いていません",
    ],
  ],
  [
    "complaint",
    [
      "東西壞了",
      "你們寄錯東西了",
      "我收到的茶有怪味",
      "收到的杯子是破的！",
      "少寄一包",
      "漏寄了贈品",
      "蛋糕裡面有頭髮",
      "昨天買的就壞掉了",
      "商品有瑕疵的",
      "收到的時候盒子凹了",
      "你們算錯錢了",
      "重複扣款",
      "店員態度很差",
      "打電話都沒人接",
      "送錯口味了",
      "寄来的东西坏了",
      "收到的商品过期了",
      "It arrived broken",
      "I got the wrong item",
      "the bottle is leaking",
      "it doesn't work",
      "you charged me twice",
      "届いたカップが割れていました",
      "違う商品が届きました",
    ],
  ],
] as const)("hears of %s in", (kind, messages) => {
  it.each(messages)("%s", (message) => expect(readTrouble(message)).toBe(kind));
});

it.each([
  "如果東西壞了怎麼辦",
  "會不會寄錯",
  "容易破嗎",
  "怕收到會碎掉",
  "茶葉會壞嗎",
  "多久會到",
  "可以退貨嗎？門市在哪？",
  "退貨進度怎麼看",
  "訂單可以取消嗎",
  "怎麼下訂單",
  "運費多少",
  "沒收到驗證簡訊",
  "壞人多嗎",
  "破壁機多少錢",
  "裂縫怎麼補",
  "有貨嗎",
  "店在哪",
  "茶葉受潮了可以救嗎",
  "過期的茶還能喝嗎",
  "餅乾受潮了怎麼辦",
  "皮帶發霉要怎麼處理",
  "吃了會過敏嗎",
  "以前擦了會不舒服",
  "環境有差別嗎",
  "老師會很兇嗎",
  "教練兇不兇",
  "服務好不好",
  "可以換老師嗎",
  "我要退費",
  "保固包含摔壞嗎",
  "有賣碎冰機嗎",
  "what if it arrives broken?",
  "do you ship abroad",
  "how do I order",
  "壊れた場合は返品できますか",
  "注文方法を教えてください",
])("hears of no trouble in %s", (message) => expect(readTrouble(message)).toBeNull());

describe("troubleBefore", () => {
  const history = [
    { role: "user", content: "收到的鍋子破了" },
    { role: "assistant", content: "不好意思" },
  ] as const;
  it.each(["要怎麼辦", "那可以換嗎", "怎麼處理", "What should I do?", "どうすればいいですか"])(
    "%s goes on about it",
    (question) => expect(troubleBefore({ question, history: [...history] })).toBe("complaint"),
  );
  it.each(["你們幾點開", "鍋子多少錢", "可以換顏色嗎", "謝謝"])("%s does not", (question) => {
    expect(troubleBefore({ question, history: [...history] })).toBeNull();
  });
  it("needs a trouble", () => {
    expect(troubleBefore({ question: "要怎麼辦", history: [] })).toBeNull();
    expect(
      troubleBefore({ question: "要怎麼辦", history: [{ role: "user", content: "鍋子多少錢" }] }),
    ).toBeNull();
  });
});

it.each([
  "收到的皮帶發霉了怎麼辦",
  "吃了你們便當一直拉肚子",
  "昨天染完頭皮紅腫",
  "你們的網站太爛了",
  "包裝很差欸",
  "客服在幹嘛 都沒人回",
  "櫃檯很兇 我要退錢",
  "教練一直罵人",
  "司机不理我",
  "服務太爛 可以退費嗎",
  "your staff is rude, I want a refund",
  "店員の態度が悪い",
  "직원이 불친절해요",
])("hears of a complaint in %s", (message) => expect(readTrouble(message)).toBe("complaint"));

describe("fitsComplaint", () => {
  const broken = "鍋子破損請拍照，我們補寄。";
  it.each(["電話都打不通 爛死了", "店員態度太差", "都沒人回", "your staff is rude", "包裝太爛"])(
    "%s: not what is on goods",
    (message) => {
      expect(fitsComplaint(message, broken)).toBe(false);
      expect(fitsComplaint(message, "客訴請寫信給店長。")).toBe(true);
    },
  );
  it.each(["收到的鍋子爛了", "打不通 而且鍋子是破的", "寄錯了也沒人理"])("%s is on goods", (message) =>
    expect(fitsComplaint(message, broken)).toBe(true),
  );
  it.each([
    "我要退費 店員態度差",
    "店員很兇 我要退錢",
    "你们店员态度很差 我要退款",
    "your staff is rude, I want a refund",
    "店員の態度が悪い 返金してほしい",
    "직원이 불친절해요 환불해 주세요",
  ])("%s: what is refunded, but not of broken goods", (message) => {
    expect(fitsComplaint(message, broken)).toBe(false);
    expect(fitsComplaint(message, "鍋子破損請拍照，我們退費。")).toBe(false);
    expect(fitsComplaint(message, "收到後 10 天內退款。")).toBe(true);
    expect(fitsComplaint(message, "七天內退款，有瑕疵也可以換。")).toBe(true);
  });
  it("is of goods where those went wrong as well", () => {
    expect(fitsComplaint("收到的鍋子破了 我要退費 店員態度又差", broken)).toBe(true);
  });
  it("wants of harm who answers for it", () => {
    expect(fitsComplaint("吃完一直拉肚子", broken)).toBe(false);
    expect(fitsComplaint("吃完一直拉肚子", "本店投保產品責任險。")).toBe(true);
  });
});

describe("wrongWords", () => {
  it.each([
    ["你們寄錯了我訂黑的寄成白的", "寄錯"],
    ["少寄一個蓋子給我", "少寄"],
    ["鍋子到的時候裂了", "破損"],
    ["打開有一股霉味和怪味", "瑕疵"],
    ["退款到現在還沒下來", "退款"],
    ["カップが割れて届きました", "破損"],
    ["받은 컵이 깨졌어요", "破損"],
    ["I got the wrong pan", "寄錯"],
  ])("%s is looked for as %s", (message, word) => expect(wrongWords(message)).toContain(word));
  it("has none where nothing of the goods went wrong", () => {
    expect(wrongWords("店員態度很差")).toBeNull();
  });
});
