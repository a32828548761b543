import type { SnoozeChoice } from "@/lib/conversations/snooze/snooze-time";

/** Who of the shop's team does it. */
export type Colleague = "owner" | "editor" | "agent";

export type Step = { /** Minutes since the step before. */ after?: number } & (
  | { visitor: string /** Asks for a person. */; wantsPerson?: true; phone?: string; email?: string }
  | { by: Colleague; does: "take" | "hand_back" | "close" }
  | { by: Colleague; snoozes: SnoozeChoice }
  | { by: Colleague; says: string }
  | { by: Colleague; notes: string }
  | { by: Colleague; tags: string }
  | { rates: "up" | "down"; reason?: string }
);

export type InboxChat = {
  /** When it began, minutes before the first start. */
  minutesAgo: number;
  /** A page of the shop that the visitor looked at, below its address. */
  page: string;
  locale?: string;
  browser: keyof typeof browsers;
  /** As the page said who it is. */
  visitor?: { name: string; email?: string };
  steps: readonly Step[];
};

/** The shop's site in the demo; it reaches nobody. */
export const shopSite = "shop.example.com";

export const browsers = {
  iphone:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
  android:
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
  windows:
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
  mac: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
} as const;

const hour = 60;
const day = 24 * hour;

/** What the shop's visitors and team have written lately: chats in every state, the oldest first. */
export const inboxChats: readonly InboxChat[] = [
  {
    minutesAgo: 6 * day + 3 * hour,
    page: "gift-box",
    browser: "windows",
    visitor: { name: "黃詩涵", email: "shihhan@example.com" },
    steps: [
      { visitor: "公司中秋要訂 60 盒雙峰禮盒，有折扣嗎？" },
      { after: 1, visitor: "企業訂購要先付訂金嗎？" },
      { after: 2, visitor: "想請專人報價", wantsPerson: true },
      { after: 6, by: "owner", does: "take" },
      { by: "owner", tags: "企業訂購" },
      {
        after: 2,
        by: "owner",
        says: "黃小姐您好，我是霧腳茶行的怡君。60 盒是九折，每盒 NT$882，腰封要 100 盒以上才免費印。",
      },
      { after: 4, visitor: "了解，那分寄三個地址可以嗎？" },
      { after: 3, by: "owner", says: "可以，每個地點運費 NT$100。報價單我寄到您的信箱，請再過目。" },
      { after: 5, visitor: "好的，謝謝！" },
      { after: 1, by: "owner", does: "close" },
    ],
  },
  {
    minutesAgo: 5 * day + 8 * hour,
    page: "shipping",
    browser: "iphone",
    steps: [{ visitor: "滿多少免運？" }, { after: 1, visitor: "那離島呢" }, { after: 1, rates: "up" }],
  },
  {
    minutesAgo: 5 * day + 2 * hour,
    page: "en/tea/oolong",
    locale: "en",
    browser: "mac",
    steps: [
      { visitor: "How much is the high mountain oolong?" },
      { after: 2, visitor: "Do you ship to Japan?" },
    ],
  },
  {
    minutesAgo: 4 * day + 6 * hour,
    page: "returns",
    browser: "android",
    visitor: { name: "吳建志" },
    steps: [
      { visitor: "收到的紅玉紅茶真空袋破了，可以換嗎？" },
      { after: 1, visitor: "我要找真人", wantsPerson: true },
      { after: 9, by: "agent", does: "take" },
      {
        after: 1,
        by: "agent",
        says: "吳先生您好，真的很抱歉！寄錯或瑕疵都可以換，請把訂單編號給我，我馬上安排。",
      },
      { after: 4, visitor: "A20931" },
      { after: 3, by: "agent", says: "收到，明天下午會有司機去收，新的一包今天就寄出，您不用付任何費用。" },
      { after: 2, visitor: "太好了，謝謝你" },
      { after: 1, by: "agent", notes: "第三次客訴紅玉的真空袋，跟倉庫說要換封口機" },
      { by: "agent", tags: "包裝瑕疵" },
      { by: "agent", tags: "換貨" },
      { after: 1, by: "agent", does: "hand_back" },
    ],
  },
  {
    minutesAgo: 4 * day + hour,
    page: "tea/ruby-18",
    browser: "iphone",
    steps: [{ visitor: "紅玉紅茶要泡多久" }, { after: 1, visitor: "水溫呢" }, { after: 1, rates: "up" }],
  },
  {
    minutesAgo: 3 * day + 7 * hour,
    page: "tea",
    browser: "android",
    steps: [{ visitor: "有賣鐵觀音嗎" }, { after: 1, rates: "down", reason: "想知道之後會不會進貨" }],
  },
  {
    minutesAgo: 3 * day + 5 * hour,
    page: "ja/store",
    locale: "ja",
    browser: "iphone",
    steps: [{ visitor: "お店の営業時間を教えてください" }, { after: 2, visitor: "送料はいくらですか" }],
  },
  {
    minutesAgo: 3 * day + 2 * hour,
    page: "payment",
    browser: "windows",
    steps: [
      { visitor: "可以用街口嗎" },
      { after: 1, visitor: "那 LINE Pay 呢" },
      { after: 1, visitor: "刷卡可以分期嗎" },
    ],
  },
  {
    minutesAgo: 2 * day + 9 * hour,
    page: "orders",
    browser: "iphone",
    visitor: { name: "蔡宜庭", email: "yiting@example.com" },
    steps: [
      { visitor: "我的訂單三天了還沒出貨，到底在幹嘛" },
      { after: 1, visitor: "找客服", wantsPerson: true },
      { after: 5, by: "agent", does: "take" },
      {
        after: 1,
        by: "agent",
        says: "蔡小姐不好意思讓您久等，我幫您查到訂單今天中午已經出貨，物流單號在剛剛寄的信裡。",
      },
      { after: 6, visitor: "看到了，謝謝" },
      { after: 1, by: "agent", does: "close" },
    ],
  },
  {
    minutesAgo: 2 * day + 4 * hour,
    page: "class",
    browser: "android",
    steps: [{ visitor: "泡茶課小朋友可以參加嗎" }],
  },
  {
    minutesAgo: 2 * day,
    page: "ko/tea",
    locale: "ko",
    browser: "android",
    steps: [{ visitor: "배송비가 얼마예요?" }],
  },
  {
    minutesAgo: day + 20 * hour,
    page: "invoice",
    browser: "windows",
    steps: [{ visitor: "統一編號忘記打了怎麼辦" }, { after: 2, rates: "up" }],
  },
  {
    minutesAgo: day + 6 * hour,
    page: "points",
    browser: "iphone",
    steps: [
      { visitor: "點數會過期嗎？可以轉給朋友嗎？" },
      { after: 1, visitor: "我的身分證是 A123456789，可以幫我查有幾點嗎" },
    ],
  },
  {
    minutesAgo: day + 3 * hour,
    page: "gaiwan",
    browser: "mac",
    visitor: { name: "許雅雯" },
    steps: [
      { visitor: "白瓷蓋杯可以刻英文名字嗎，最多幾個字" },
      { after: 2, visitor: "想跟店員確認字體", wantsPerson: true },
      { after: 12, by: "editor", does: "take" },
      {
        after: 1,
        by: "editor",
        says: "許小姐您好，英文可以刻，最多 8 個字。字體有明體和手寫體，您想要哪一種？",
      },
      { after: 7, visitor: "手寫體，謝謝" },
      { after: 2, by: "editor", says: "好的，結帳備註欄寫「手寫體」和要刻的字就可以了。" },
      { after: 1, by: "editor", does: "close" },
    ],
  },
  {
    minutesAgo: 21 * hour,
    page: "store",
    browser: "iphone",
    steps: [{ visitor: "門市幾點開" }, { after: 1, visitor: "那禮拜一呢" }],
  },
  {
    minutesAgo: 9 * hour,
    page: "cold-brew",
    browser: "android",
    steps: [
      { visitor: "冷泡瓶有粉紅色的嗎" },
      { after: 8 * hour, by: "agent", notes: "問過廠商，下星期一才知道粉紅色會不會再進貨" },
      { by: "agent", snoozes: "monday" },
    ],
  },
  {
    minutesAgo: 3 * hour,
    page: "gift-box",
    browser: "windows",
    visitor: { name: "鄭先生" },
    steps: [
      { visitor: "請問有提供試喝包嗎？" },
      {
        after: 3,
        visitor: "想請人回電，談公司週年禮",
        wantsPerson: true,
        phone: "02-5550-0188",
        email: "cheng@example.com",
      },
    ],
  },
  {
    minutesAgo: 50,
    page: "returns",
    browser: "iphone",
    visitor: { name: "李佳蓉", email: "chiajung@example.com" },
    steps: [
      { visitor: "我想退貨" },
      { after: 2, visitor: "找真人", wantsPerson: true },
      { after: 4, by: "agent", does: "take" },
      { by: "agent", tags: "退貨" },
      { after: 1, by: "agent", says: "李小姐您好，我是思涵。請問要退的是哪一筆訂單呢？" },
      { after: 6, visitor: "B10277，兩包都沒拆" },
      {
        after: 3,
        by: "agent",
        says: "好的，已經幫您申請退貨，司機明天上午會去收。退款在收到商品後 7 個工作日內退回原卡。",
      },
    ],
  },
  {
    minutesAgo: 24,
    page: "en/returns",
    locale: "en",
    browser: "mac",
    visitor: { name: "Emily", email: "emily@example.com" },
    steps: [
      { visitor: "Can I return tea that I opened?" },
      { after: 2, visitor: "I'd like to talk to a person please", wantsPerson: true },
    ],
  },
  {
    minutesAgo: 9,
    page: "orders",
    browser: "android",
    steps: [
      { visitor: "東方美人茶凍可以寄到澎湖嗎" },
      { after: 2, visitor: "可是我已經下單了欸，怎麼辦" },
      { after: 1, visitor: "可以找人幫我處理嗎", wantsPerson: true },
    ],
  },
];
