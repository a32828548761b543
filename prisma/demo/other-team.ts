import type { DemoBot } from "./demo-bot";

/** A second team, so that a fresh install shows that teams see nothing of each other. Invented, like the shop. */
export const otherTeamBot: DemoBot = {
  name: "楓角牙醫 Maple Corner Dental",
  enabled: true,
  botName: "Maple Corner 櫃台",
  primaryColor: "#1f5f8b",
  avatarUrl: "",
  position: "br",
  welcome: "你好，這裡是楓角牙醫。Hello, ask us in Chinese or English.",
  placeholder: "請輸入問題 Type your question",
  documents: [
    {
      title: "門診時間與預約 Hours and booking",
      content: `## 門診時間

- 週一到週五：09:00–12:00、14:00–18:00、18:30–21:00。
- 週六：09:00–12:00、14:00–17:00。
- 週日和國定假日休診。

初診請帶健保卡和身分證件，提早 15 分鐘到櫃台填資料。預約可以打 04-5550-0188，或在 example.com/maple 線上掛號；改期請在前一天 17:00 前告知。

## Hours and booking in English

We are open Monday to Friday 9:00 to 21:00 with breaks at noon and at 18:00, and Saturday 9:00 to 17:00. We are closed on Sundays and national holidays. Please bring your NHI card and arrive 15 minutes early for your first visit. Dr. Lin sees patients in English on Tuesday and Thursday afternoons.

Q：牙痛可以當天看嗎？
A：可以，每診保留 2 個急診名額，請先打電話，現場依嚴重程度安排。

Q: Do I need an appointment?
A: Yes, except for emergencies. Call 04-5550-0188 first and we will fit you in the same day.`,
    },
    {
      title: "費用與健保 Fees and insurance",
      content: `## 健保看診

健保看診收掛號費 NT$150 和部分負擔 NT$50。健保給付的洗牙成人每半年一次，補牙、拔牙、根管治療也在給付範圍。

## 自費項目

- 未滿半年的自費洗牙：NT$1,200。
- 居家美白：NT$8,000，含上下牙托和 4 支藥劑。
- 全瓷牙冠：每顆 NT$18,000 起。
- 單顆植牙：NT$70,000 起，依骨頭狀況報價。

自費治療會先給書面估價單，同意後才開始。付款收現金、信用卡和轉帳；植牙可以分 6 期。

## Fees in English

With an NHI card a visit costs NT$200 in total: NT$150 registration and NT$50 co-payment. Without NHI, a check-up with X-ray is NT$1,500 and a cleaning is NT$1,200. We give an itemised English receipt for private insurance claims on request.`,
    },
    {
      title: "拔牙後的照顧 After an extraction",
      content: `## 拔牙當天

咬住紗布 30 到 60 分鐘，口水吞下去，不要吐也不要漱口。24 小時內不要用吸管、不抽菸、不喝酒、不喝熱湯。臉頰外側可以冰敷，敷 10 分鐘休息 10 分鐘。

## 之後幾天

- 第 2 天起用溫鹽水輕輕漱口，一天 3 到 4 次。
- 消腫止痛藥依藥袋上的指示吃，抗生素要吃完。
- 拆線在第 7 天，記得先預約。

## After an extraction in English

Bite on the gauze for 30 to 60 minutes. For 24 hours do not rinse, smoke, drink alcohol or use a straw. Swelling is normal for two to three days. Stitches come out after 7 days.

Q：什麼情況要馬上回診？
A：流血超過 4 小時止不住、發燒超過 38.5°C，或張口困難，請立刻打 04-5550-0188；非門診時間請到醫院急診。`,
    },
    {
      title: "地址與停車 Address and parking",
      content: `## 診所位置

楓角牙醫在台中市西區楓角路 36 號 2 樓，一樓有電梯。公車「楓角路口」站下車走 2 分鐘。

地下停車場停車 2 小時免費，請在櫃台領折抵券；機車可以停在大樓後方。

## Getting here in English

We are on the 2nd floor of No. 36, Fengjiao Road, West District, Taichung; there is a lift. Parking in the basement is free for 2 hours: ask the front desk for a voucher.

Q：輪椅可以進去嗎？
A：可以，電梯和診間入口寬 90 公分，二樓有無障礙廁所。`,
    },
  ],
};
