import { describe, expect, it } from "vitest";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const boxes = {
  title: "蠟燭禮盒",
  content: "## 禮盒\n\n- 雙入蠟燭禮盒：NT$900，附提袋，宅配寄出。\n- 四入蠟燭禮盒：NT$1,650。",
};
const sending = {
  title: "配送",
  content: "## 多久會到\n\n- 本島宅配：出貨後 1 到 2 天送達。\n- 離島宅配：出貨後一週內送達。",
};
const returns = {
  title: "退款",
  content: "## 退貨退款\n\n收到退回的蠟燭後 10 個工作日內退款。\n\n## 破損\n\n蠟燭破損請拍照，我們補寄。",
};
const shop = createShopTalk([boxes, sending, returns]);
const bare = shop.open([boxes, returns]);

describe("what goes on and asks how many", () => {
  it("is answered by what says so many, if that is on something else than what was talked about", async () => {
    const { said, answered } = await shop.talk(["有雙入蠟燭禮盒嗎", "要幾天會到"]);
    expect(said).toContain("1 到 2 天");
    expect(answered).toBe(true);
  });

  it("is content with any number of pieces", async () => {
    const { said, answered } = await shop.talk(["有蠟燭禮盒嗎", "一盒幾個"]);
    expect(answered, said).toBe(true);
  });

  it("is not sure where nothing says so many", async () => {
    const { answered } = await bare.talk(["有雙入蠟燭禮盒嗎", "要放幾天"]);
    expect(answered).toBe(false);
  });

  it.each([
    ["환불 가능한가요?", "며칠 걸려요?"],
    ["Can I get a refund?", "how long does it take?"],
  ])("%s, %s: how long that takes, not the post", async (...says) => {
    const { said } = await shop.talk(says);
    expect(said).toContain("10 個工作日");
    expect(said).not.toContain("1 到 2 天");
  });
});

it("quotes nothing on broken goods to who could reach nobody", async () => {
  const { said, sources } = await shop.talk(["客服電話都打不通 爛死了"]);
  expect(sources).toEqual([]);
  expect(said).toContain("不好意思");
});
