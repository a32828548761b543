import type { Locale } from "../locale";

type DefaultReply = { stage: "opening" | "going_on" | "handing_over"; name: string; text: string };

/** The replies that a team begins with. */
export const defaultReplies: Record<Locale, readonly DefaultReply[]> = {
  "zh-TW": [
    { stage: "opening", name: "打招呼", text: "{訪客}你好，我是{店名}的{我}，我來幫你看看。" },
    { stage: "opening", name: "請稍等", text: "好的，我查一下，請等我幾分鐘。" },
    { stage: "going_on", name: "問訂單編號", text: "方便給我訂單編號嗎？我幫你查目前的進度。" },
    { stage: "going_on", name: "還在嗎", text: "還在嗎？不急，方便的時候再回我就好。" },
    {
      stage: "handing_over",
      name: "轉給同事",
      text: "這件事我請負責的同事接手，前面的對話他都看得到，你不用再說一次。",
    },
    {
      stage: "handing_over",
      name: "服務時間",
      text: "我們有人的時間是{服務時間}。留下電話或電子郵件，我們會回你。",
    },
    { stage: "handing_over", name: "結尾", text: "謝謝你來問。之後有問題，隨時再找{店名}。" },
  ],
  en: [
    {
      stage: "opening",
      name: "hello",
      text: "Hi {visitor}, this is {me} from {shop}. Let me have a look for you.",
    },
    { stage: "opening", name: "one moment", text: "Sure, let me check. Please give me a few minutes." },
    {
      stage: "going_on",
      name: "order number",
      text: "Could you give me your order number? Then I can see where it is.",
    },
    {
      stage: "going_on",
      name: "still there",
      text: "Are you still there? No hurry, reply whenever it suits you.",
    },
    {
      stage: "handing_over",
      name: "colleague",
      text: "I’m passing this to the colleague in charge. They can see our chat, so you needn’t explain it again.",
    },
    {
      stage: "handing_over",
      name: "hours",
      text: "We are here {hours}. Leave a phone number or an e-mail address, and we’ll get back to you.",
    },
    { stage: "handing_over", name: "goodbye", text: "Thank you for asking. Come back to {shop} any time." },
  ],
};
