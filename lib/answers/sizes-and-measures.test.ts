import { describe, expect, it } from "vitest";
import { answerWords } from "@/lib/i18n/words/answer-words";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const shop = createShopTalk(
  [
    {
      title: "影印與輸出價目",
      content:
        "| 項目 | A4 黑白 | A4 彩色 | A3 黑白 | A3 彩色 |\n| --- | --- | --- | --- | --- |\n| 影印 | 1 元 | 8 元 | 2 元 | 16 元 |\n| 電腦輸出 | 2 元 | 10 元 | 4 元 | 20 元 |",
    },
    {
      title: "名片與海報",
      content:
        "## 名片\n\n- 一級卡：200 張 350 元。\n- 象牙卡：200 張 450 元。\n\n名片要四個工作天，急件隔天可取。\n\n## 海報\n\n- A2：一張 180 元。\n- A1：一張 320 元。\n- A0：一張 550 元。\n\n海報用防水相紙，下午四點前送件當天可取。",
    },
    {
      title: "相框",
      content:
        "## 相框\n\n- 木相框：NT$380 起，重 450 公克。\n- 鋁相框：NT$520 起，重 300 公克。\n- 壓克力相框：NT$290，大盒 NT$800。",
    },
    {
      title: "集點與付款",
      content:
        "## 集點\n\n每消費 50 元得 1 點，點數自得到的那天起一年有效。\n\n## 付款\n\n現金、轉帳都收，刷卡滿 6,000 元可分 6 期，不收街口支付。",
    },
    {
      title: "取件與寄送",
      content:
        "## 取件\n\n印好後保留 30 天，帶取件單來拿。相框到貨後七天內來拿。\n\n## 寄送\n\n宅配出貨後 1 到 2 天會到，運費 100 元。\n\n## 停車\n\n店門口可以臨停十分鐘。",
    },
    {
      title: "重印",
      content: "## 重印\n\n店裡印錯或裝訂錯，三天內帶回來免費重印。底片過期沖不出來不退費。",
    },
    { title: "門市資訊", content: "## 門市\n\n高雄市前金區瑞源路 15 號。週一公休，其他天 9:00–21:00。" },
  ],
  { contact: "電話 07-330-0099" },
);

describe("another size of what was asked of", () => {
  it.each([
    [["海報多少錢", "大的多少錢"], "A0：一張 550 元"],
    [["海報多少錢", "大張的呢"], "A0：一張 550 元"],
    [["海報一張多少", "那小的呢"], "A2：一張 180 元"],
    [["壓克力相框多少錢", "大的多少"], "大盒 NT$800"],
    [["壓克力相框多重", "大盒多少錢"], "大盒 NT$800"],
    [["海報多少錢", "how about the large one?"], "A0：一張 550 元"],
    [["海報多少錢", "大きいのはいくらですか"], "A0：一張 550 元"],
    [["海報多少錢", "큰 거는 얼마예요?"], "A0：一張 550 元"],
    [["海报多少钱", "大的呢", "可以宅配吗"], "運費 100 元"],
  ])("%j → %s", async (says, words) => {
    const { said, answered } = await shop.talk(says);
    expect(said).toContain(words);
    expect(answered, said).toBe(true);
  });

  it.each(["大的呢", "大瓶的多少錢", "那大的多少"])(
    "%s, where the size before was named, is that one",
    async (question) => {
      const inks = shop.open([
        {
          title: "文具",
          content: "## 墨水瓶\n\n| 容量 | 價格 |\n|---|---|\n| 大瓶 | 320 元 |\n| 小瓶 | 180 元 |",
        },
      ]);
      expect((await inks.talk(["小瓶墨水多少錢", question])).said).toMatch(/大瓶：320 元/u);
    },
  );

  it("is nothing by itself", async () => {
    expect((await shop.talk(["大的多少錢"])).answered).toBe(false);
  });
});

describe("what is asked how much of it there is", () => {
  it.each([
    ["海報多少錢", "A1：一張 320 元", "名片"],
    ["名片多少錢", "350 元", "海報"],
    ["鋁相框多重", "300 公克", "木相框"],
    ["名片要印多久", "四個工作天", "350"],
    ["點數多久到期", "一年有效", "宅配"],
    ["點數什麼時候到期", "一年有效", "宅配"],
    ["積分多久過期", "一年有效", "底片"],
    ["印好的東西可以放多久", "30 天", "宅配"],
  ])("%s: %s, without %s", async (question, words, other) => {
    const { said } = await shop.talk([question]);
    expect(said).toContain(words);
    expect(said).not.toContain(other);
  });

  it("is told by the column that says it, where another shares a word with the question", async () => {
    const school = shop.open([
      {
        title: "課程表",
        content:
          "課程\t上課時間\t教室\t學分費\n水彩入門\t週三 14:00–17:00\t305\t3,000 元\n二胡合奏\t週四 19:00–21:00\t101\t2,400 元\n手機攝影\t週六 9:00–12:00\t202\t1,800 元",
      },
    ]);
    expect((await school.talk(["水彩課多少錢"])).said).toContain("3,000 元");
    expect((await school.talk(["水彩課在哪間教室"])).said).toBe("水彩入門：教室 305");
  });
});

it("is a telephone number for who asks for one, whatever else speaks of telephones", async () => {
  const { said } = await shop
    .open([
      {
        title: "聯絡",
        content: "## 聯絡我們\n\n- 電話：07-330-0099，地址在瑞源路。\n- 信箱：print@example.com。",
      },
      { title: "隱私", content: "## 個人資料\n\n我們留下的資料有姓名、電話、地址和電子信箱。" },
      { title: "預約", content: "## 預約\n\n打電話或寫信來約，地址與電話請留清楚。" },
    ])
    .talk(["請問電話幾號"]);
  expect(said.split("\n")[0]).toContain("07-330-0099");
});

describe("a thing of its own, after another", () => {
  it.each([
    [["木相框多少錢", "點數會過期嗎"], "一年有效"],
    [["木相框多少錢", "可以分期嗎"], "分 6 期"],
    [["木相框多少錢", "可以臨停嗎"], "十分鐘"],
    [["相框怎麼拿", "週一有開嗎"], "週一公休"],
  ])("%j → %s", async (says, words) => {
    const { bubbles, answered } = await shop.talk(says);
    expect(bubbles[answered ? 0 : 1]).toContain(words);
  });

  it.each(["A5影印多少", "B4影印一張多少錢", "鐵相框多少錢", "竹相框多少錢"])(
    "%s, which is none of those there are: isn't sure",
    async (question) => {
      const { bubbles, answered } = await shop.talk([question]);
      expect(answered).toBe(false);
      expect(bubbles[0]).toBe(
        answerWords["zh-TW"].nearest([/^(?:[AB]\d|..?框|.相)/u.exec(question)?.[0] ?? ""]),
      );
    },
  );
});

it("tells who asks how to get there an address, where no heading is on the way", async () => {
  const { said, answered } = await shop.talk(["怎麼去"]);
  expect({ answered, isThere: said.includes("瑞源路 15 號") }, said).toEqual({
    answered: true,
    isThere: true,
  });
});

it.each(["你們裝訂錯了", "海報印出來顏色不對", "相框才掛兩天就斷了", "名片寫錯字了", "收到的相框壓爛了"])(
  "%s is a complaint, with the way to a person",
  async (message) => {
    expect((await shop.talk([message])).said).toContain(answerWords["zh-TW"].sorry);
  },
);

it.each(["我寫錯地址了", "檔案寫錯可以改嗎", "會斷嗎"])("%s is none", async (message) => {
  expect((await shop.talk([message])).said).not.toContain(answerWords["zh-TW"].sorry);
});

it.each(["膝蓋痛可以搬相框嗎", "骨折可以來印名片嗎"])("%s gets no advice on health", async (message) => {
  const { answered, sources } = await shop.talk([message]);
  expect({ answered, sources }).toEqual({ answered: false, sources: [] });
});

it("shows what may help to who compares where no list is", async () => {
  const { answered } = await shop.talk(["哪一種付款方式最划算"]);
  expect(answered).toBe(false);
});
