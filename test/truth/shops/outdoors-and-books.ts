import type { TruthShop } from "../truth-shop";

export const outdoorsAndBooks: readonly TruthShop[] = [
  {
    name: "綠意園藝",
    documents: [
      {
        title: "養護手冊",
        content: `## 虎尾蘭

每 14 天澆水一次。
適合溫度 15–30 度。

## 龜背芋

每 7 天澆水一次。
適合溫度 18–30 度。

## 琴葉榕

每 7 天澆水一次。
適合溫度 18–32 度。

植物到貨三天內枯死，拍照回傳可以補寄一株。`,
      },
      {
        title: "虎尾蘭怎麼照顧",
        content: `每 21 天澆水一次。
夏天放在通風處，冬天移到室內。`,
      },
      {
        title: "訂購說明",
        content: `植物到貨七天內枯死，拍照回傳可以補寄一株。
大型盆栽由專車配送，運費 300 元，一樓交貨。
小型盆栽以宅配寄送，運費 130 元。
我們不寄送外島，因為植物經不起長途運送，到貨狀況無法保證，請外島的朋友見諒。`,
      },
      {
        title: "外島可以買嗎",
        content: `我們不寄送外島，因為植物經不起長途的運送，到貨狀況無法保證，請外島的朋友們見諒。`,
      },
      {
        title: "工作坊",
        content: `苔球工作坊：2026 年 9 月 20 日下午 2 點，報名截止 2026/9/15。
多肉組盆工作坊每月第二個星期六舉辦，每人 800 元。
聖誕花圈工作坊：2026 年 12 月 19 日，報名至 2026/12/10。`,
      },
      {
        title: "企業租擺",
        content: `租擺每月 3,000 元起，最少簽約 6 個月。
每週派人維護一次。
Q：租擺的植物死掉怎麼辦？
A：我們免費更換，48 小時內處理。`,
      },
      {
        title: "租擺 FAQ",
        content: `租擺每月 3,500 元起，最少簽約 6 個月。
Q：租擺的植物死掉怎麼辦？
A：我們免費更換，24 小時內處理。`,
      },
    ],
    planted: [
      ["contradiction", "每 14 天澆水", "每 21 天澆水"],
      ["contradiction", "植物到貨三天內", "植物到貨七天內"],
      ["near_duplicate", "我們不寄送外島，因為植物經不起長途運送", "我們不寄送外島，因為植物經不起長途的"],
      ["stale", "苔球工作坊"],
      ["contradiction", "租擺每月 3,000", "租擺每月 3,500"],
      ["contradiction", "我們免費更換，48", "我們免費更換，24"],
    ],
  },
  {
    name: "Harbor Bike Rental",
    documents: [
      {
        title: "Rates",
        content: `| Bike | Half day | Full day |
| --- | --- | --- |
| City bike | NT$200 | NT$350 |
| E-bike | NT$500 | NT$900 |
| Kids bike | NT$120 | NT$200 |

A deposit of NT$1,000 is required for each bike.
Helmets are included in the rental.
Late returns are charged NT$100 per hour.`,
      },
      {
        title: "FAQ",
        content: `Q: What are your opening hours?
A: We are open from 9:00 to 18:00 every day.

Q: Do I need a deposit?
A: A deposit of NT$2,000 is required for each bike.

Q: Can I return the bike at another station?
A: Yes, for a fee of NT$300.

Q: Do you deliver to hotels?
A: Yes, within 5 km of the harbor, free of charge.

Q: Can I cancel my booking?
A: Yes, free of charge until 24 hours before pick-up.`,
      },
      {
        title: "Before you ride",
        content: `Helmets are not included in the rental.
Please return the bike before 18:00.

Q: What are your opening hours?
A: From 8:30 to 18:00 every day.

Q: Can I return the bike at another station?
A: No, please bring it back to the harbor.

Q: Can I cancel my booking?
A: Yes, free of charge until 48 hours before pick-up.`,
      },
      {
        title: "Prices 2026",
        content: `| Bike | Half day | Full day |
| --- | --- | --- |
| City bike | NT$200 | NT$350 |
| E-bike | NT$600 | NT$900 |
| Tandem | NT$400 | NT$700 |`,
      },
      {
        title: "News",
        content: `Summer sale: 20% off e-bikes until August 31, 2026.
The coastal path is closed from June 1, 2026 to October 15, 2026.
Our shop has been family-run since 2009.
The ferry timetable changes on January 1, 2027.`,
      },
    ],
    planted: [
      ["contradiction", "A deposit of NT$1,000", "A deposit of NT$2,000"],
      ["contradiction", "Helmets are included", "Helmets are not included"],
      ["contradiction", "We are open from 9:00", "From 8:30"],
      ["contradiction", "Yes, for a fee", "No, please bring"],
      ["contradiction", "Yes, free of charge until 24", "Yes, free of charge until 48"],
      ["contradiction", "NT$500", "NT$600"],
      ["stale", "Summer sale"],
      ["stale", "The coastal path"],
    ],
  },
  {
    name: "文山區圖書館",
    documents: [
      {
        title: "開館時間",
        content: `週二至週六：08:30–21:00
週日、週一：09:00–17:00
國定假日休館。
兒童室開放到下午 6 點。`,
      },
      {
        title: "借閱規則",
        content: `一般讀者可借 10 冊，借期 30 天。
家庭證可借 30 冊，借期 30 天。
視聽資料可借 5 件，借期 14 天。
逾期一冊一天罰 1 元。
可續借 1 次，續借 15 天。`,
      },
      {
        title: "讀者問答",
        content: `問：一次可以借幾本書？
答：一般讀者可借 15 冊，借期 30 天。

問：可以續借嗎？
答：可續借 2 次，沒有人預約就能續借。

問：補辦借閱證要錢嗎？
答：工本費 50 元。

問：自習室要預約嗎？
答：不用，現場抽號碼牌。

問：可以帶飲料進去嗎？
答：有蓋的飲料可以，食物不行。`,
      },
      {
        title: "自習室使用須知",
        content: `自習室座位 80 席，每次使用 4 小時。
離座超過 30 分鐘，館員得收回座位。

問：自習室要預約嗎？
答：要，請在前一天上網預約。

補辦借閱證工本費 100 元。
問：補辦借閱證要錢嗎？
答：工本費 100 元。`,
      },
      {
        title: "活動公告",
        content: `說故事時間：每週六上午 10:30，免報名。
「走讀文山」報名至民國 115 年 10 月 31 日止。
暑期閱讀集點活動，期間 2026/7/1～2026/8/31。
耐震補強工程，115 年 3 月 1 日至 115 年 6 月 30 日閉館。
116 年 1 月 1 日休館。
圖書館於民國 76 年開館，2019 年整修後重新開放。`,
      },
      {
        title: "場地租借",
        content: `演講廳 120 席，平日半天 3,000 元，假日半天 4,500 元。
研習教室 30 席，平日半天 1,000 元，假日半天 1,500 元。
請於使用前 14 天申請，場地保證金 2,000 元。`,
      },
    ],
    planted: [
      ["contradiction", "一般讀者可借 10", "一般讀者可借 15"],
      ["contradiction", "可續借 1 次", "可續借 2 次"],
      ["contradiction", "工本費 50", "工本費 100 元。$"],
      ["contradiction", "不用，現場抽號碼牌", "要，請在前一天"],
      ["stale", "「走讀文山」"],
      ["stale", "暑期閱讀"],
      ["stale", "耐震補強"],
    ],
  },
];
