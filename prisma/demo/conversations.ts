/**
 * How the last question of a conversation ought to be answered: `answered` as sure, `open` as not known or not sure,
 * `calm` without a quote, `person` by telling staff, `offered` with the way to a person beside whatever is quoted,
 * `compared` as beyond quoting.
 */
export type Outcome = "answered" | "open" | "calm" | "person" | "offered" | "compared";

export type DemoConversation = {
  /** What the visitor says, turn by turn. */
  says: readonly string[];
  is: Outcome;
  /** Each stands in the last answer. */
  holds?: readonly string[];
  /** None stands in it. */
  lacks?: readonly string[];
};

/** Hard conversations with the tea shop, as visitors type them. */
export const demoConversations: readonly DemoConversation[] = [
  // What was asked goes on.
  { says: ["高山烏龍多少錢", "那東方美人呢"], is: "answered", holds: ["680"] },
  { says: ["高山烏龍多少錢", "那東方美人呢", "要用幾度的水泡"], is: "answered", holds: ["85–90°C"] },
  { says: ["我想退貨", "運費誰付"], is: "answered", holds: ["退貨運費由茶行負擔"] },
  { says: ["我想退貨", "如果我已經拆開了呢"], is: "answered", holds: ["已拆封的茶葉和茶包不能退"] },
  { says: ["可以退貨嗎", "退款要多久"], is: "answered", holds: ["7 個工作日內退款"] },
  { says: ["你們有實體店面嗎", "怎麼去"], is: "answered", holds: ["大橋頭站"] },
  { says: ["門市在哪裡", "好停車嗎", "那捷運呢"], is: "answered", holds: ["大橋頭站"] },
  { says: ["超商取貨運費多少", "那宅配呢？"], is: "answered", holds: ["NT$100"] },
  { says: ["寄到離島要多少錢", "多久會到"], is: "answered", holds: ["5 到 7 天"] },
  { says: ["紅玉紅茶要泡多久", "多少錢？", "可以放多久"], is: "answered", holds: ["3 年"] },
  { says: ["高山烏龍要泡多久"], is: "answered", holds: ["50 秒"], lacks: ["咖啡因"] },
  { says: ["白瓷蓋杯多少錢", "那個可以刻字嗎", "刻了還可以退嗎"], is: "answered", holds: ["不能退換"] },
  { says: ["有雙峰禮盒嗎", "多少錢", "那山行呢"], is: "answered", holds: ["1,680"] },
  { says: ["冷泡瓶多少錢", "它可以放洗碗機嗎"], is: "answered", holds: ["瓶身可以進洗碗機"] },
  { says: ["泡茶課多少錢", "什麼時候開課", "要預約嗎"], is: "answered", holds: ["三天前"] },
  { says: ["可以用街口嗎", "那 LINE Pay 呢"], is: "answered", holds: ["LINE Pay"] },
  { says: ["門市幾點開", "那禮拜一呢"], is: "answered", holds: ["公休"] },
  { says: ["茶凍可以退嗎", "那可以寄離島嗎"], is: "answered", holds: ["只送本島"] },
  { says: ["高山烏龍要怎麼泡", "滿多少免運？"], is: "answered", holds: ["1,200"] },
  // Several in one.
  {
    says: ["運費多少？可以退貨嗎？門市在哪？"],
    is: "answered",
    holds: ["NT$100", "網路訂單可以退貨", "霧腳街 12 號"],
  },
  { says: ["可以刷卡嗎 能分期嗎"], is: "answered", holds: ["VISA", "3 期"] },
  { says: ["請問電話幾號？星期天有開嗎？"], is: "answered", holds: ["02-5550-0123", "週二到週日"] },
  { says: ["點數會過期嗎？可以轉給朋友嗎？"], is: "answered", holds: ["365 天", "不能轉讓"] },
  // Four languages.
  { says: ["How much is shipping?"], is: "answered", holds: ["NT$100"] },
  { says: ["Can I return it if I don't like it?"], is: "answered", holds: ["7 天"] },
  { says: ["What are your opening hours?"], is: "answered", holds: ["11:00–19:30"] },
  { says: ["送料はいくらですか"], is: "answered", holds: ["NT$100"] },
  { says: ["返品できますか"], is: "answered", holds: ["網路訂單可以退貨"] },
  { says: ["运费怎么算？", "那港澳呢"], is: "answered", holds: ["目前不寄送"] },
  { says: ["你们几点关门"], is: "answered", holds: ["19:30"] },
  // What isn't there.
  { says: ["有賣咖啡豆嗎"], is: "open" },
  { says: ["鐵觀音多少錢"], is: "open", lacks: ["420"] },
  { says: ["台中店的電話幾號"], is: "open" },
  { says: ["你們有在徵人嗎"], is: "open" },
  { says: ["長輩有糖尿病可以喝哪一種"], is: "open" },
  { says: ["Do you sell matcha powder?"], is: "open" },
  // Orders and complaints.
  { says: ["東西還沒來 一個禮拜了"], is: "offered", holds: ["物流單號"] },
  { says: ["幫我查訂單 12345"], is: "offered", holds: ["我的訂單"] },
  { says: ["你們寄錯東西了"], is: "offered", holds: ["寄錯"] },
  { says: ["收到的杯子是破的！"], is: "offered", holds: ["照片"] },
  { says: ["我收到的茶有怪味"], is: "offered", holds: ["異味"] },
  { says: ["Where is my order? It's been a week"], is: "offered" },
  // A person.
  { says: ["可以退貨嗎", "我要找真人"], is: "person" },
  { says: ["叫你們主管出來"], is: "person" },
  { says: ["オペレーターと話したい"], is: "person" },
  { says: ["請回電給我 0912-345-678"], is: "person" },
  // Beyond quoting, and nothing asked.
  { says: ["最貴的是哪一款"], is: "compared", holds: ["東方美人"] },
  { says: ["兩罐高山烏龍加一個冷泡瓶多少錢"], is: "compared", holds: ["420", "590"] },
  { says: ["你很笨"], is: "calm", lacks: ["笨"] },
  { says: ["幹", "哈哈哈"], is: "calm" },
  { says: ["1+1等於幾"], is: "calm" },
];
