export type ProductArtKind = "pouch" | "tea-bags" | "beans" | "gaiwan" | "bottle";

export type ShopProduct = {
  name: string;
  /** Two characters set upright on the package. */
  label: string;
  note: string;
  /** Each size with its price in New Taiwan dollars. */
  sizes: readonly { size: string; price: number }[];
  art: ProductArtKind;
  /** Colour of the brewed tea or of the ware. */
  tint: string;
};

export const shopProducts: readonly ShopProduct[] = [
  {
    name: "阿里山高山烏龍",
    label: "高山",
    note: "清香、回甘，第一次買台灣茶就從這裡開始。",
    sizes: [
      { size: "75 公克", price: 420 },
      { size: "150 公克", price: 780 },
    ],
    art: "pouch",
    tint: "#d8b84a",
  },
  {
    name: "東方美人",
    label: "美人",
    note: "小綠葉蟬咬過的茶芽，蜂蜜與熟果香。",
    sizes: [
      { size: "50 公克", price: 680 },
      { size: "100 公克", price: 1280 },
    ],
    art: "pouch",
    tint: "#cf7f33",
  },
  {
    name: "日月潭紅玉紅茶",
    label: "紅玉",
    note: "台茶 18 號，天然的肉桂與薄荷香。",
    sizes: [
      { size: "75 公克", price: 480 },
      { size: "150 公克", price: 880 },
    ],
    art: "pouch",
    tint: "#b0402a",
  },
  {
    name: "凍頂炭焙烏龍",
    label: "炭焙",
    note: "龍眼木炭焙三次，溫潤，有烤堅果香。",
    sizes: [{ size: "150 公克", price: 720 }],
    art: "pouch",
    tint: "#9a6532",
  },
  {
    name: "冷泡茶包",
    label: "冷泡",
    note: "四季春、紅玉、炭焙烏龍，睡前泡、早上喝。",
    sizes: [{ size: "一盒 12 入", price: 360 }],
    art: "tea-bags",
    tint: "#7fa65a",
  },
  {
    name: "焙香黑豆茶",
    label: "黑豆",
    note: "沒有咖啡因，晚上也能喝。",
    sizes: [{ size: "150 公克", price: 260 }],
    art: "beans",
    tint: "#5b4636",
  },
  {
    name: "白瓷蓋杯",
    label: "蓋杯",
    note: "薄胎不燙手，可以加刻名字。",
    sizes: [{ size: "120 毫升", price: 980 }],
    art: "gaiwan",
    tint: "#d8b84a",
  },
  {
    name: "玻璃冷泡瓶",
    label: "冷瓶",
    note: "一瓶剛好一包，瓶蓋密封圈保固 1 年。",
    sizes: [{ size: "750 毫升", price: 590 }],
    art: "bottle",
    tint: "#b9b04a",
  },
];

export const shopGifts = [
  { name: "雙峰禮盒", contents: "高山烏龍 75 公克、紅玉紅茶 75 公克", price: 980 },
  { name: "山行禮盒", contents: "高山烏龍、紅玉紅茶各 75 公克，東方美人 50 公克", price: 1680 },
] as const;

export const shopPromises = [
  { title: "滿 NT$1,200 免運", text: "本島宅配 NT$100，超商取貨 NT$60。工作日中午前付款，當天出貨。" },
  { title: "離島也送", text: "離島宅配 NT$200，滿 NT$2,500 免運，出貨後 5 到 7 天送達。" },
  { title: "七天猶豫期", text: "茶葉和茶具沒拆封都能退，退貨運費由茶行負擔。茶凍除外。" },
  { title: "破損就補寄", text: "收到 7 天內拍照給我們，免費補寄或全額退款。" },
] as const;

export const shopFooter = [
  { title: "門市時間", lines: ["週二到週日 11:00–19:30", "週一公休"] },
  { title: "門市", lines: ["台北市大同區霧腳街 12 號 1 樓", "捷運大橋頭站 1 號出口走 8 分鐘"] },
  { title: "聯絡我們", lines: ["02-5550-0123", "service@example.com", "客服週一到週五 10:00–18:00"] },
  { title: "付款", lines: ["信用卡、LINE Pay、ATM 轉帳", "貨到付款、超商取貨付款"] },
] as const;

/** Three questions the shop's documents answer, offered in the bar above the shop. */
export const shopQuestions = ["滿多少免運？", "可以退貨嗎？", "冷泡要泡幾個小時？"] as const;
