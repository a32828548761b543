import { expect, it } from "vitest";
import { asksForPerson } from "./asks-for-person";

it.each([
  ...[
    "轉真人客服",
    "算了我要找人講",
    "叫個人來跟我講好嗎",
    "換人啦",
    "我要問真人",
    "可以找人來處理嗎",
    "我要找真人",
    "可以接專人嗎",
    "真人",
    "真人！",
    "找客服",
    "轉人工",
    "人工",
    "人呢",
    "人呢？？",
    "我要客訴",
  ],
  ...[
    "叫你們主管出來",
    "我不要機器人",
    "請回電給我 0912-345-678",
    "請打給我，我的電話是0912345678",
    "有沒有真人可以回覆我",
    "我想跟店長談",
  ],
  ...[
    "請專員跟我聯絡",
    "客服在嗎",
    "拜託找個真的人來好嗎",
    "東西壞了，我要找真人",
    "你根本聽不懂 我要投訴",
    "不要跟機器人說話",
    "老闆在嗎，我想找老闆",
  ],
  ...["转人工客服", "我要找人工客服", "请给我转接客服", "叫你们经理来", "不要机器人", "我要投诉你们"],
  ...[
    "I want to talk to a human",
    "speak to an agent",
    "talk to human",
    "Can I speak to your manager?",
    "human please",
    "real person",
  ],
  ...[
    "Could you connect me to customer service",
    "is anyone there?",
    "I don't want to talk to a bot",
    "call me back",
    "No bots. A human please!",
  ],
  ...[
    "オペレーターと話したい",
    "担当者につないでください",
    "スタッフと話せますか",
    "人と話したいです",
    "有人チャットお願いします",
    "電話ください",
  ],
])("hears in %s that a person is wanted", (message) => {
  expect(asksForPerson(message)).toBe(true);
});

it.each([
  ...[
    "退貨要找誰",
    "客服幾點上班",
    "你們有真人的照片嗎",
    "徵店員嗎",
    "有在徵店員嗎",
    "客服電話幾號",
    "怎麼聯絡客服",
    "店長推薦哪一款",
  ],
  ...[
    "找不到客服的電話",
    "找人代購多少錢",
    "換人入住要加錢嗎",
    "跟人合租可以嗎",
    "問老師問題要預約嗎",
    "可以請人代領嗎",
    "有人工色素嗎",
    "人工草皮一坪多少",
    "老闆娘的手工皂還有嗎",
    "客訴怎麼處理",
    "申訴要準備什麼文件",
    "主管機關是哪裡",
  ],
  ...[
    "轉帳要給誰",
    "我要換貨",
    "回覆要多久",
    "幫我找一下藍色的",
    "有櫃檯嗎",
    "客服 電話",
    "真人 試穿照",
    "我要跟團",
    "请问怎么联系客服",
    "店員服務態度好嗎",
  ],
  ...[
    "do you sell agent figures",
    "can I return it to someone else's address",
    "how do I contact customers abroad",
    "Is the manager's special still on?",
  ],
  ...[
    "do you need a person to sign",
    "スタッフは何人いますか",
    "人気の商品はどれですか",
    "担当者の名前は必要ですか",
  ],
])("hears no such thing in %s", (message) => {
  expect(asksForPerson(message)).toBe(false);
});
