/** Small documents of an invented tea shop, for tests. */
export const TEA_SHOP = {
  guide: {
    title: "山嵐茶行購物說明",
    text: `# 運費與配送

單筆訂單滿 1,200 元免運費,未滿酌收 100 元。本島宅配約 2 到 3 個工作天送達,離島另加 150 元。

# 付款方式

我們接受以下付款方式：
- 信用卡（VISA、JCB）
- LINE Pay
- 貨到付款，手續費 30 元

# 退換貨

收到商品七天內可以退貨，包裝需保持完整。茶葉拆封後因衛生考量恕不退換。退款會在收到退貨後五個工作天內完成。
`,
  },
  faq: {
    title: "常見問題",
    text: `Q1：你們有實體門市嗎？
問：門市在哪裡？
A1：有的，門市在臺北市大安區永康街 88 號，營業時間為每日 11:00 到 20:00，週一公休。

Q2：茶葉要怎麼保存？
A2：請密封放在陰涼乾燥處，避免陽光直射。開封後建議三個月內喝完。
`,
  },
  japanese: {
    title: "店舗案内",
    text: `京都店は四条通りにあります。営業時間は午前10時から午後7時までで、定休日は水曜日です。

試飲は無料です。「高山茶」と「紅茶」からお選びいただけます。ご予約はお電話（075-000-1234）でどうぞ。`,
  },
  english: {
    title: "Wholesale",
    text: `Wholesale customers receive a 20% discount on orders above 50 kg. Dr. Lin, our tea master, selects every batch himself.

Invoices are payable within 30 days. Late payments accrue interest of 1.5 percent per month.`,
  },
};
