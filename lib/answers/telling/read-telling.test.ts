import { describe, expect, it } from "vitest";
import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { BotIndex } from "@/lib/knowledge/index/bot-index";
import { buildSegment } from "@/lib/knowledge/index/build-segment";
import { encodeSegment } from "@/lib/knowledge/index/segment";
import { readTelling } from "./read-telling";

const texts = [
  "Q：信用卡可以分期嗎\nA：可以，最多 6 期。\n\nQ：花蓮店的電話是多少\nA：03-835-1234。\n\nQ：紅茶一杯多少錢\nA：紅茶一杯 50 元。",
  "換螢幕的價格\n\nA520F 換螢幕 3,200 元。\n\nA530F 換螢幕 3,800 元。",
  "宅配由貨運送達，離島要加運費 100 元。花蓮、台中有門市。",
  "課程可以補課，請在三天前請假。老師會說英文。",
];
const documents = texts.map((text, at) => ({
  id: `d${at}`,
  title: "常見問題",
  text,
  passages: splitPassages(text),
}));

async function read(question: string) {
  const index = await BotIndex.load(
    documents.map(({ id, ...one }) => ({ id, segment: encodeSegment(buildSegment(one)) })),
  );
  const { hits, terms } = index.search(question, { limit: 3 });
  const passages = hits.flatMap(({ versionId, passage, ...hit }) => {
    const found = documents.find(({ id }) => id === versionId);
    const at = found?.passages[passage];
    return found && at
      ? [
          {
            ...hit,
            ...at,
            title: found.title,
            text: found.text,
            documentId: versionId,
            versionId,
            ordinal: passage,
            key: `${versionId}:${passage}`,
          },
        ]
      : [];
  });
  return readTelling(question, { terms, passages });
}

describe("readTelling", () => {
  it.each([
    ["支票可以分期嗎？", "支票"],
    ["台東店的電話是多少？", "台東"],
    ["綠茶一杯多少錢？", "綠茶"],
    ["SM-A521F 換螢幕多少錢", "A521F"],
    ["a521f換螢幕多少", "a521f"],
    ["可以用郵局寄嗎", "郵局"],
    ["高雄有門市嗎", "高雄"],
    ["可以用街口付款嗎", "街口"],
    ["iPhone 換螢幕多少錢", "iPhone"],
    ["可以用PayPal付款嗎", "PayPal"],
    ["有賣螢幕貼嗎", "螢幕貼"],
    ["你們有在賣紅茶蛋嗎", "紅茶蛋"],
  ])("names what %s asks about and no document has", async (question, thing) => {
    const { absent, isOther } = await read(question);
    expect(absent.join()).toContain(thing);
    expect(isOther).toBe(true);
  });

  it.each([
    ["有會員卡嗎", "會員卡"],
    ["有會員價嗎", "會員價"],
    ["有電子發票嗎", "電子發票"],
  ])("names the whole word that %s asks about", async (question, thing) => {
    expect((await read(question)).absent).toEqual([thing]);
  });

  it.each([
    "信用卡可以分期嗎",
    "花蓮店的電話是多少",
    "紅茶一杯多少錢",
    "A520F 換螢幕多少錢",
    "金門的運費多少",
    "我住金門，運費要多少",
    "請問老師會說英文嗎？",
    "要怎麼請假",
    "2kg 的宅配運費多少",
    "how much is shipping",
    "可以寄 email 嗎",
    "花蓮有門市嗎",
    "有賣紅茶嗎",
    "多少錢",
    "?",
    "",
  ])("finds nothing missing in %s", async (question) => {
    expect(await read(question)).toMatchObject({ absent: [], isOther: false });
  });

  it.each(["老師有在徵工讀生嗎", "上課可以減肥嗎", "宅配箱可以投資嗎", "離島運費是不是違法"])(
    "sees that the documents are not on the subject of %s",
    async (question) => expect((await read(question)).isApart).toBe(true),
  );

  it("names nothing that crosses two words", async () => {
    expect((await read("英文太難怎麼辦")).absent.join()).not.toMatch(/太/u);
  });

  it("knows when all of it stands somewhere", async () => {
    expect((await read("花蓮有門市嗎")).isComplete).toBe(true);
    expect((await read("高雄有門市嗎")).isComplete).toBe(false);
    expect((await read("do you ship abroad")).isComplete).toBe(false);
  });

  it("takes where a visitor lives for no branch", async () => {
    expect((await read("我住高雄，宅配運費多少")).isOther).toBe(false);
  });

  it("says what stands nowhere, though it is no name", async () => {
    expect(await read("可以帶寵物來上課嗎，老師會說泰語嗎")).toMatchObject({
      absent: expect.arrayContaining(["泰語"]),
      isOther: false,
    });
  });
});
