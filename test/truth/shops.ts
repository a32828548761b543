/**
 * Documents of nine businesses, written for measuring: what is planted in them, as the beginnings of the two places,
 * stands beside look-alikes that are of two branches, sizes, days or plans and contradict nothing. It is 2026-11-30.
 */
export type PlantedKind = "contradiction" | "duplicate" | "near_duplicate" | "stale";
export type Planted = readonly [kind: PlantedKind, one: string, other?: string];
export type TruthShop = {
  name: string;
  documents: readonly { title: string; content: string; writtenOn?: string }[];
  planted: readonly Planted[];
};

export const truthShops: readonly TruthShop[] = [
  {
    name: "山青咖啡",
    documents: [
      {
        title: "關於山青咖啡",
        content: `我們是一間在巷子裡的咖啡店，2015 年成立，店裡有 24 個座位。

營業時間：11:00–20:00
公休日：週一公休
電話：02-2345-6780
地址：台北市大安區青田街 12 號

店內提供免費無線網路，密碼在收據上。
每人低消一杯飲料。`,
      },
      {
        title: "常見問題",
        content: `Q：你們幾點開門？
A：早上 11 點到晚上 8 點。

Q：可以帶寵物嗎？
A：可以，但請使用推車或提籃，不落地。

Q：有插座嗎？
A：靠牆的六張桌子有插座，先到先坐。

Q：可以訂位嗎？
A：平日可以訂位，假日採現場候位。訂位電話 02-2345-6780。

Q：用餐限時多久？
A：假日限時 90 分鐘，平日不限。

Q：可以帶外食嗎？
A：不可以，蛋糕壽星除外，酌收切蛋糕費 100 元。`,
      },
      {
        title: "訂位與用餐須知",
        content: `公休日：週二公休

## 用餐

假日用餐限時 120 分鐘。
店內提供免費無線網路，密碼在收據上。

Q：用餐限時多久？
A：假日 120 分鐘，平日沒有限制。

Q：可以帶寵物嗎？
A：不可以，店裡空間小，請見諒。

包場最少 12 人，一小時 3,000 元。
包場請於一週前來信預約，付訂金 30%。`,
      },
      {
        title: "價目表",
        content: `| 品項 | 中杯 | 大杯 |
| --- | --- | --- |
| 美式咖啡 | 80 元 | 100 元 |
| 拿鐵 | 110 元 | 130 元 |
| 手沖單品 | 150 元 | 180 元 |
| 抹茶拿鐵 | 120 元 | 140 元 |

自備環保杯折 10 元。`,
      },
      {
        title: "外帶菜單",
        content: `| 品項 | 中杯 | 大杯 |
| --- | --- | --- |
| 美式咖啡 | 80 元 | 100 元 |
| 拿鐵 | 120 元 | 130 元 |
| 可可 | 110 元 | 130 元 |

自備環保杯折 5 元。
外送滿 500 元，三公里內免運。`,
      },
      {
        title: "節慶活動",
        content: `聖誕限定薑餅拿鐵供應至 2025/12/31 止。
週年慶優惠：2026 年 5 月 1 日至 5 月 31 日，全品項 9 折。
2027 年 1 月 1 日元旦公休一天。
跨年夜 12 月 31 日營業到晚上 10 點。`,
      },
    ],
    planted: [
      ["contradiction", "公休日：週一", "公休日：週二"],
      ["contradiction", "假日限時 90", "假日 120 分鐘"],
      ["contradiction", "可以，但請使用推車", "不可以，店裡空間小"],
      ["contradiction", "110 元", "120 元 | 130"],
      ["contradiction", "自備環保杯折 10", "自備環保杯折 5"],
      ["stale", "聖誕限定薑餅"],
      ["stale", "週年慶優惠：2026"],
    ],
  },
  {
    name: "好日子選物",
    documents: [
      {
        title: "運費與配送",
        content: `## 國內配送

本島宅配運費 100 元，單筆滿 1,500 元免運。
離島宅配運費 220 元，單筆滿 3,000 元免運。
超商取貨運費 60 元。
訂單成立後 3 個工作天內出貨，預購商品除外。

## 國外配送

香港與澳門以順豐寄送，運費到付。
目前不配送歐洲。`,
      },
      {
        title: "購物常見問題",
        content: `問：運費怎麼算？
答：本島宅配運費 120 元，滿額免運。離島宅配運費 220 元。

問：下單後多久會出貨？
答：訂單成立後 5 個工作天內出貨。

問：可以開統編發票嗎？
答：可以，請在結帳時填寫統一編號，發票開立後無法更改。

問：可以用貨到付款嗎？
答：可以，超商取貨付款單筆上限 20,000 元。

問：商品可以退貨嗎？
答：收到商品 7 天內可以退貨，商品須保持全新。

問：你們有實體店面嗎？
答：沒有，目前只有網路商店。

問：可以合併訂單嗎？
答：可以，出貨前請私訊小編。`,
      },
      {
        title: "退換貨說明",
        content: `收到商品 10 天內可以退貨，商品須保持全新。

以下商品不接受退貨：內衣、耳環、客製化商品。

退款方式：信用卡付款者退回原卡，約 14 個工作天入帳；轉帳付款者退到指定帳戶，約 7 個工作天入帳。

Q：退貨運費誰付？
A：瑕疵由我們負擔；個人因素退貨需自付運費 100 元。

Q：可以合併訂單嗎？
A：不行，每筆訂單分開包裝，恕不合併。`,
      },
      {
        title: "付款方式",
        content: `- 信用卡一次付清
- LINE Pay
- ATM 轉帳：請於 3 天內完成付款
- 目前不提供貨到付款

Q：可以用貨到付款嗎？
A：目前沒有提供，請先線上付款。

Q：可以開統編發票嗎？
A：可以，請在結帳時填寫統一編號，發票開立後無法更改。`,
      },
      {
        title: "會員制度",
        content: `| 等級 | 門檻 | 回饋 |
| --- | --- | --- |
| 一般會員 | 註冊即享 | 1% |
| 銀卡會員 | 年消費 6,000 元 | 2% |
| 金卡會員 | 年消費 20,000 元 | 3% |

生日當月送 100 元購物金，效期 30 天。
購物金每筆最多折抵 20%。
金卡會員本島宅配滿 800 元免運。`,
      },
      {
        title: "購物金說明",
        content: `生日當月送 200 元購物金，效期 30 天。
購物金每筆最多折抵 20%，不能換現金。
新會員送 50 元購物金，效期 14 天。`,
      },
      {
        title: "最新消息",
        writtenOn: "2026-10-05",
        content: `雙十優惠：全館 88 折，活動至 10/12 止。
雙 11 滿 2,000 元送購物袋，活動到 11/11 為止。
年終盤點，2027/1/2 至 2027/1/4 暫停出貨。
2026 年春節出貨公告：2 月 14 日起暫停出貨，2 月 23 日恢復。`,
      },
    ],
    planted: [
      ["contradiction", "本島宅配運費 100 元", "本島宅配運費 120 元"],
      ["contradiction", "訂單成立後 3 個工作天", "訂單成立後 5 個工作天"],
      ["contradiction", "收到商品 7 天內可以退貨", "收到商品 10 天內可以退貨"],
      ["contradiction", "可以，出貨前請私訊", "不行，每筆訂單"],
      ["contradiction", "可以，超商取貨付款單筆", "目前沒有提供，請先線上"],
      [
        "duplicate",
        "可以，請在結帳時填寫統一編號，發票開立後無法更改。\n\n問",
        "可以，請在結帳時填寫統一編號，發票開立後無法更改。$",
      ],
      ["contradiction", "生日當月送 100", "生日當月送 200"],
      ["stale", "雙十優惠"],
      ["stale", "雙 11 滿"],
      ["stale", "2026 年春節出貨"],
    ],
  },
  {
    name: "晴和牙醫診所",
    documents: [
      {
        title: "門診時間",
        content: `| 時段 | 一 | 二 | 三 | 四 | 五 | 六 |
| --- | --- | --- | --- | --- | --- | --- |
| 早診 9:00-12:00 | 林醫師 | 陳醫師 | 林醫師 | 陳醫師 | 林醫師 | 陳醫師 |
| 晚診 18:00-21:00 | 陳醫師 | 林醫師 | 休診 | 林醫師 | 陳醫師 | 休診 |

星期日休診。
現場掛號到結束前 30 分鐘為止。`,
      },
      {
        title: "掛號與費用",
        content: `掛號費 150 元，健保部分負擔 50 元。
初診請攜帶健保卡與身分證。
預約電話 04-2222-3333。
取消預約請於一天前來電。

Q：健保洗牙多久一次？
A：每半年一次，健保給付，只收掛號費。

Q：植牙要多少錢？
A：一顆 60,000 元起，依骨頭狀況由醫師評估。

Q：有分期付款嗎？
A：有，滿 30,000 元可以分 6 期。`,
      },
      {
        title: "診所 FAQ",
        content: `Q：掛號費多少？
A：掛號費 200 元，健保部分負擔 50 元。

Q：健保洗牙多久一次？
A：半年一次，健保給付，只收掛號費。

Q：植牙要多少錢？
A：一顆 75,000 元起，依骨頭狀況由醫師評估。

Q：停車方便嗎？
A：診所後方有特約停車場，看診可折抵 1 小時。

Q：小朋友可以看嗎？
A：可以，3 歲以上都看。

Q：需要先預約嗎？
A：需要，採預約制，現場候補要看當天狀況。

Q：兒童塗氟要錢嗎？
A：未滿 6 歲健保給付，每半年一次。`,
      },
      {
        title: "自費項目",
        content: `| 項目 | 費用（元） | 療程 |
| --- | --- | --- |
| 冷光美白 | 8,000 | 1 次 |
| 居家美白 | 6,000 | 2 週 |
| 全瓷冠 | 18,000 | 2 次 |
| 隱形矯正 | 150,000 | 18 個月 |

美白後 48 小時請避免咖啡與紅酒。`,
      },
      {
        title: "美白專區",
        content: `| 項目 | 費用（元） |
| --- | --- |
| 冷光美白 | 9,800 |
| 居家美白 | 6,000 |

冷光美白優惠價 6,800 元，優惠期間 2026/6/1 至 2026/8/31。
美白後 24 小時請避免咖啡與紅酒。`,
      },
      {
        title: "看診須知",
        content: `遲到 15 分鐘視同取消。
取消預約請於三天前來電。
初診請攜帶健保卡與身分證。
看診停車可折抵 1 小時。

Q：需要先預約嗎？
A：不需要，可以直接到現場掛號。

拔牙後 24 小時內不要漱口。
植牙後 48 小時內不要漱口。`,
      },
      {
        title: "公告",
        content: `114 年國定假日門診時間：元旦休診，除夕至初三休診。
診所整修，2026 年 7 月 6 日至 7 月 10 日休診五天。
本診所自 2018 年 3 月 1 日起服務鄉親。`,
      },
    ],
    planted: [
      ["contradiction", "掛號費 150 元", "掛號費 200 元"],
      ["contradiction", "一顆 60,000", "一顆 75,000"],
      ["near_duplicate", "每半年一次，健保給付，只收", "半年一次，健保給付，只收"],
      ["contradiction", "8,000", "9,800"],
      ["contradiction", "美白後 48", "美白後 24"],
      ["contradiction", "取消預約請於一天", "取消預約請於三天"],
      ["contradiction", "需要，採預約制", "不需要，可以直接"],
      ["stale", "冷光美白優惠價"],
      ["stale", "114 年國定假日"],
      ["stale", "診所整修，2026"],
    ],
  },
  {
    name: "海風民宿",
    documents: [
      {
        title: "訂房須知",
        content: `入住時間：15:00
退房時間：11:00
加床費 600 元，含早餐。
寵物清潔費 500 元。
6 歲以下孩童不佔床免費。

## 取消規定

入住前 14 天取消，退還 100% 訂金。
入住前 7 天取消，退還 50% 訂金。
入住前 3 天內取消，恕不退還訂金。`,
      },
      {
        title: "住宿常見問題",
        content: `Q：幾點可以入住？
A：下午 3 點以後。

Q：加床多少錢？
A：加床費 800 元，含早餐。

Q：有停車位嗎？
A：有，門口 6 個車位，免費。

Q：可以烤肉嗎？
A：可以，請自備炭火，晚上 10 點前結束。

Q：早餐幾點供應？
A：早上 8 點到 10 點。

Q：可以寄放行李嗎？
A：可以，退房後免費寄放到下午 6 點。

Q：可以帶狗嗎？
A：可以，每隻清潔費 500 元，限 10 公斤以下。`,
      },
      {
        title: "房型介紹",
        content: `## 海景雙人房

坪數：8 坪
平日 2,800 元，假日 3,600 元
入住人數：2 人

## 山景四人房

坪數：12 坪
平日 4,200 元，假日 5,200 元
入住人數：4 人

## 閣樓六人房

坪數：16 坪
平日 5,600 元，假日 6,800 元
入住人數：6 人`,
      },
      {
        title: "環境與設施",
        content: `退房時間：10:00
門口有 6 個免費車位。
早餐於一樓餐廳供應，時間為 7:30 到 9:30。

Q：早餐幾點供應？
A：早上 7:30 到 9:30。

Q：可以烤肉嗎？
A：不可以，後院是木造平台，禁止明火。

Q：可以寄放行李嗎？
A：可以，退房後免費寄放到下午 6 點。

民宿合法登記證第 1234 號。`,
      },
      {
        title: "交通",
        content: `從花蓮車站搭計程車約 25 分鐘，車資約 450 元。
接駁服務：單程每人 100 元，請於前一天預約。
自行開車請走台 11 線，於 16 公里處左轉。`,
      },
      {
        title: "優惠方案",
        content: `早鳥優惠：2026 年 6 月 30 日前完成訂房，享 9 折。
連住兩晚，第二晚 85 折。
平日包棟 18,000 元，假日包棟 24,000 元。
暑假加價期間 7/1 到 8/31，每晚加 300 元，每年相同。
單程接駁每人 100 元。`,
      },
      {
        title: "English guide",
        content: `Check-in is from 3 pm and check-out is until 11 am.
Breakfast is served from 8:00 to 10:00.
An extra bed costs NT$600 per night.
Free parking is available for guests.
The renovation of the rooftop runs until March 31, 2026.`,
      },
      {
        title: "FAQ in English",
        content: `Q: Can I bring my dog?
A: Yes, for a cleaning fee of NT$500.

Q: Is there an elevator?
A: No, the rooms are on the second floor.

An extra bed costs NT$800 per night.

Free parking is not available for guests.`,
      },
    ],
    planted: [
      ["contradiction", "退房時間：11:00", "退房時間：10:00"],
      ["contradiction", "加床費 600", "加床費 800"],
      ["contradiction", "早上 8 點到 10 點", "早上 7:30 到 9:30"],
      ["contradiction", "可以，請自備炭火", "不可以，後院"],
      [
        "duplicate",
        "可以，退房後免費寄放到下午 6 點。\n\nQ：可以帶狗",
        "可以，退房後免費寄放到下午 6 點。\n\n民宿",
      ],
      ["stale", "早鳥優惠"],
      ["contradiction", "An extra bed costs NT$600", "An extra bed costs NT$800"],
      ["contradiction", "Free parking is available", "Free parking is not"],
      ["stale", "The renovation of the rooftop"],
    ],
  },
  {
    name: "力行健身房",
    documents: [
      {
        title: "會籍方案",
        content: `| 方案 | 月費 | 綁約 |
| --- | --- | --- |
| 月繳方案 | 1,288 元 | 12 個月 |
| 季繳方案 | 1,488 元 | 3 個月 |
| 學生方案 | 988 元 | 12 個月 |

入會費 1,000 元。
會籍最多可以暫停 3 個月。
年滿 16 歲可以加入，未滿 18 歲需家長同意。`,
      },
      {
        title: "入會 Q&A",
        content: `問：入會費多少？
答：入會費 1,500 元，刷卡可分期。

問：可以單次入場嗎？
答：可以，單次 200 元。

問：有置物櫃嗎？
答：有，當日使用免費，請自備鎖頭。

問：有提供毛巾嗎？
答：沒有，可以現場租借，一條 30 元。

問：會籍可以轉讓嗎？
答：可以，手續費 500 元，一年限一次。

問：會籍可以暫停嗎？
答：可以，會籍最多可以暫停 6 個月。`,
      },
      {
        title: "中山館資訊",
        content: `營業時間：06:00–23:00
電話：02-8888-1111
停車：B2 停車場，會員每小時 40 元`,
      },
      {
        title: "板橋館資訊",
        content: `營業時間：07:00–22:00
電話：02-8888-2222
停車：合作停車場，會員每小時 30 元`,
      },
      {
        title: "場館使用規則",
        content: `單次入場 250 元，限當日。
置物櫃當日使用免費，請自備鎖頭。
請穿著運動鞋入場。

問：會籍可以轉讓嗎？
答：不可以，會籍限本人使用。

問：可以單次入場嗎？
答：可以，單次 250 元，限當日使用。

問：有提供毛巾嗎？
答：有，櫃檯免費借用。`,
      },
      {
        title: "團課",
        content: `## 瑜伽

每堂 60 分鐘，上限 20 人。
每堂 300 元。

## 飛輪

每堂 45 分鐘，上限 25 人。
每堂 350 元。

## TRX

每堂 50 分鐘，上限 12 人。
每堂 400 元。`,
      },
      {
        title: "活動",
        content: `2025 年會員大賽報名至 2025/9/15 截止。
推薦朋友入會，雙方各得一個月，期限至 2027/3/31。
夏季免入會費優惠到 2026/8/31 止。
2024 年榮獲健身產業金獎。`,
      },
    ],
    planted: [
      ["contradiction", "入會費 1,000", "入會費 1,500"],
      ["contradiction", "會籍最多可以暫停 3", "會籍最多可以暫停 6"],
      ["contradiction", "可以，單次 200", "可以，單次 250"],
      ["contradiction", "可以，手續費 500", "不可以，會籍限本人"],
      ["contradiction", "沒有，可以現場租借", "有，櫃檯免費借用"],
      ["stale", "2025 年會員大賽"],
      ["stale", "夏季免入會費"],
    ],
  },
  {
    name: "青雲補習班",
    documents: [
      {
        title: "招生簡章",
        content: `國中數學班每期 12 堂，學費 7,200 元。
國中英文班每期 12 堂，學費 6,800 元。
報名費 300 元，舊生免收。
滿 8 人開班，上限 20 人。
開課前退費，退還九成學費。
上課未達三分之一，退還五成學費。`,
      },
      {
        title: "家長常見問題",
        content: `Q：可以試聽嗎？
A：可以，免費試聽一堂。

Q：請假可以補課嗎？
A：可以，一期最多補課 2 次。

Q：學費可以分期嗎？
A：可以，分兩期繳清。

Q：有交通車嗎？
A：沒有。

Q：教材費另外收嗎？
A：要，每期教材費 500 元。

報名費 500 元，舊生免收。
滿 6 人開班，上限 20 人。`,
      },
      {
        title: "上課規定",
        content: `請假請於上課前 2 小時來電。
一期最多補課 2 次。
遲到超過 20 分鐘會通知家長。

Q：可以試聽嗎？
A：可以，試聽一堂 200 元，報名後折抵。

Q：請假可以補課嗎？
A：可以，一期最多補課 3 次。

Q：教材費另外收嗎？
A：不用，學費已含教材。

Q：學費可以分期嗎？
A：可以，分兩期繳清。`,
      },
      {
        title: "115 年寒假班",
        content: `寒假班報名至 2026/1/10 止。
上課日期：2026/1/26 到 2026/2/6
每天上午 9:00 到 12:00。`,
      },
      {
        title: "116 年寒假班",
        content: `寒假班報名至 2027/1/9 止。
上課日期：2027/1/25 到 2027/2/5
每天上午 9:00 到 12:30。`,
      },
      {
        title: "師資",
        content: `王老師：台大數學系，教學 15 年。
李老師：師大英語系，教學 12 年。
補習班民國 98 年立案，字號第 5566 號。`,
      },
    ],
    planted: [
      ["contradiction", "報名費 300", "報名費 500"],
      ["contradiction", "滿 8 人開班", "滿 6 人開班"],
      ["contradiction", "可以，一期最多補課 2", "可以，一期最多補課 3"],
      ["contradiction", "可以，免費試聽", "可以，試聽一堂 200"],
      ["contradiction", "要，每期教材費", "不用，學費已含"],
      ["duplicate", "可以，分兩期繳清。\n\nQ：有交通車", "可以，分兩期繳清。$"],
      ["stale", "寒假班報名至 2026"],
      ["stale", "上課日期：2026"],
    ],
  },
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
