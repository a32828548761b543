import { describe, expect, it } from "vitest";
import { answerWords } from "@/lib/i18n/words/answer-words";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const words = answerWords["zh-TW"];

/** A potters' workshop. */
const workshop = createShopTalk([
  {
    title: "課程",
    content:
      "| 課程 | 學費 | 堂數 | 多久完成 | 名額 |\n|---|---|---|---|---|\n| 手捏入門 | 1,200 元 | 1 堂 | 3 小時 | 8 人 |\n| 拉坯基礎 | 4,800 元 | 6 堂 | 6 週 | 5 人 |\n| 釉彩進階 | 5,600 元 | 6 堂 | 6 週 | 5 人 |",
  },
  {
    title: "報名與請假",
    content:
      "## 報名\n\n報名要先付三成訂金。開課 5 天前取消全額退還，之後不退。\n\n## 請假\n\n請假請在前一天下午六點前跟講師講，一期可以補課一次。\n\n名額可以轉讓，請先來電更改姓名。",
  },
  {
    title: "作品",
    content:
      "## 取件\n\n作品燒好要 25 個工作天，通知後保留 60 天，逾期不負保管責任。\n\n## 破損\n\n燒製裂開的作品免費重做一次。\n\n作品破掉可以修復，金繕一件 900 元起。",
  },
  {
    title: "體驗",
    content:
      "拉坯體驗一次 650 元，身高 110 公分以上可以參加，兒童要家長陪同。\n\n沒有預約也可以現場參加，假日請提早來。",
  },
  {
    title: "設施",
    content:
      "## 東西放哪裡\n\n門口有置物櫃，投 10 元。\n\n## 工具\n\n圍裙免費借用，電窯代燒一公斤 300 元。\n\n器材每天 10:00 到 21:00 可以使用。",
  },
  {
    title: "分店",
    content: "## 分店\n\n鶯歌店：文化路 12 號，有陶藝商店。\n\n三峽店：民權街 30 號，門前可以停車。",
  },
  {
    title: "講師",
    content: "## 講師\n\n講師都有十年以上的經驗，作品由合作窯場燒製。",
  },
]);

describe("what people say, and owners write in other words", () => {
  it.each([
    ["破掉的杯子救得回來嗎", "金繕一件 900 元起"],
    ["臨時有事不能來 錢拿得回來嗎", "5 天前取消全額退還"],
    ["包包放哪", "置物櫃"],
    ["我的名額可以讓給別人嗎", "名額可以轉讓"],
    ["作品放你們那邊可以放多久", "保留 60 天"],
    ["沒去上課可以補嗎", "可以補課一次"],
    ["沒約可以直接過去嗎", "現場參加"],
    ["how much is the deposit", "三成訂金"],
    ["is there a locker", "置物櫃"],
    ["ロッカーはありますか", "置物櫃"],
  ])("%s", async (question, fact) => {
    expect((await workshop.ask(question)).bubbles.join("\n")).toContain(fact);
  });
});

describe("what is asked of a thing and not told of it is not sure", () => {
  it.each([
    ["合作窯場是哪一間", "which one it is"],
    ["講師是男的還是女的", "neither of two"],
    ["鶯歌店可以停車嗎", "of another branch"],
    ["手捏的拉坯多少錢", "of two rows"],
    ["拉坯體驗可以錄影嗎", "what may be done"],
    ["手捏入門有 20 人的嗎", "so many"],
    ["講師會講德語嗎", "what somebody speaks"],
  ])("%s: %s", async (question) => {
    const { answered, bubbles } = await workshop.ask(question);
    expect(answered, bubbles.join("\n")).toBe(false);
  });

  it.each([
    ["三峽店可以停車嗎", "門前可以停車"],
    ["拉坯基礎多少錢", "4,800 元"],
    ["拉坯基礎要多久", "6 週"],
    ["圍裙可以借嗎", "圍裙免費借用"],
    ["請假要跟誰講", "跟講師講"],
    ["釉彩進階幾週完成", "6 週"],
  ])("%s, which is told, is", async (question, fact) => {
    const { answered, bubbles } = await workshop.ask(question);
    expect(answered, bubbles.join("\n")).toBe(true);
    expect(bubbles.join("\n")).toContain(fact);
  });
});

describe("two questions of one thing", () => {
  it("answers the second from the row of the first", async () => {
    const { answered, bubbles } = await workshop.ask("釉彩進階多少錢 要幾堂");
    expect(answered).toBe(true);
    expect(bubbles.join("\n")).toContain("5,600 元");
    expect(bubbles.join("\n")).toContain("6 堂");
  });

  it("is sure where the first answer has said the second as well", async () => {
    const { answered, bubbles } = await workshop.ask("拉坯體驗一次多少 有身高限制嗎");
    expect(answered).toBe(true);
    expect(bubbles.join("\n")).toContain("110 公分以上");
  });

  it("tells what has no answer, also where what may be meant was said", async () => {
    const { answered, bubbles } = await workshop.ask("電窯代燒多少錢？有游泳池嗎？");
    expect(answered).toBe(false);
    expect(bubbles.join("\n")).toContain("300 元");
    expect(bubbles.join("\n")).toContain(words.missing(["有游泳池嗎"]).slice(0, 8));
  });
});

it("names what is absent by whole words", async () => {
  const { bubbles } = await workshop.ask("沒辦法今天拿嗎");
  expect(bubbles.join("\n")).not.toContain("法今");
});
