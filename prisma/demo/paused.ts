import type { DemoBot } from "./demo-bot";

/** A seasonal bot of the tea shop's team, switched off after the season. */
export const pausedBot: DemoBot = {
  name: "年節禮盒活動",
  enabled: false,
  botName: "禮盒小幫手",
  primaryColor: "#8a3b2e",
  avatarUrl: "",
  position: "bl",
  welcome: "年節禮盒預購中，想問哪一款呢？",
  placeholder: "例如：幾號前要訂？",
  documents: [
    {
      title: "年節禮盒預購",
      content: `## 預購時間

年節禮盒在農曆過年前 45 天開始預購，過年前 10 天截止，數量是 300 盒，訂完為止。預購的禮盒從過年前 20 天起依訂單順序出貨。

## 禮盒內容

- 團圓禮盒：阿里山高山烏龍 150 公克、凍頂炭焙烏龍 150 公克，NT$1,580。
- 守歲禮盒：焙香黑豆茶 150 公克、冷泡茶包 12 入一盒、白瓷蓋杯一只，NT$1,680。

預購早鳥享九折，截止日是開放預購後第 10 天。早鳥價不和會員折扣合併使用。

## 常見問題

Q：可以指定到貨日嗎？
A：可以指定出貨那一週，不能指定哪一天；除夕前 3 個工作日是最後出貨日。

Q：預購可以取消嗎？
A：出貨前都可以在「我的訂單」取消，全額退款。`,
    },
  ],
};
