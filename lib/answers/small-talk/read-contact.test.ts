import { expect, it } from "vitest";
import { noPhoneNumbers, phoneNumbers } from "@/test/phone-numbers";
import { asksForPerson } from "./asks-for-person";
import { readContact } from "./read-contact";

const read = (message: string, own: string[] = []) =>
  readContact(message, { wantsPerson: asksForPerson(message), own });

it.each([
  ["請回電給我 0912-345-678", "0912-345-678", null],
  ["我要找真人，0912345678", "0912345678", null],
  ["我的電話是 02-2345-6789 分機 12，下午打", "02-2345-6789 分機 12", null],
  ["０９１２３４５６７８", "0912345678", null],
  ["王小姐 0912 345 678", "0912 345 678", null],
  ["麻煩打 0912345678 給我", "0912345678", null],
  ["請寄到 ming@example.com", null, "ming@example.com"],
  ["我的信箱：Ming.Wang+shop@mail.example.com.tw", null, "Ming.Wang+shop@mail.example.com.tw"],
  ["手機 0987654321 信箱 a@b.co", "0987654321", "a@b.co"],
  ["有貨的話請通知我 0912-345-678", "0912-345-678", null],
  ["0912345678 請再聯絡我", "0912345678", null],
  ["(02) 2345-6789 再麻煩回電", "(02) 2345-6789", null],
  ["+886 912 345 678", "+886 912 345 678", null],
  ["请回电给我 13800138000", "13800138000", null],
  ["我的邮箱是 li@example.cn", null, "li@example.cn"],
  ["mail me at a@b.co", null, "a@b.co"],
  ["My phone number is +1 415-555-0100, thanks", "+1 415-555-0100", null],
  ["could you call me back on +44 20 7946 0958?", "+44 20 7946 0958", null],
  ["please reach me at joe@example.com or 0912345678", "0912345678", "joe@example.com"],
  ["電話番号は 090-1234-5678 です", "090-1234-5678", null],
  ["sato@example.jp に返信してください", null, "sato@example.jp"],
  ["折り返しお電話ください。03-1234-5678", "03-1234-5678", null],
])("%s gives %j and %j", (message, phone, email) => {
  expect(read(message)).toEqual({ phone, email });
});

it.each([
  "運費多少",
  "你們的電話是 02-2345-6789 嗎",
  "客服電話 0800-123-456 打不通",
  "我打 02-2345-6789 都沒人接",
  "訂單編號 0912345678 到哪了",
  "查一下單號 0912345678901",
  "我用 ming@example.com 註冊，收不到驗證信",
  "我的信箱 ming@example.com 收不到驗證信",
  "收件人電話要改成 0912345678",
  "0912345678 是你們的號碼嗎",
  "service@example.com 是詐騙嗎",
  "SM-A520F-12345678 換螢幕多少錢",
  "2025-12-31 有開嗎",
  "20251231 到 20260105 休息嗎",
  "預算 10000000 可以買什麼",
  "卡號 4111 1111 1111 1111 可以刷嗎",
  "Is info@example.com your email?",
  "I registered with joe@example.com but can't log in",
  "my order 0912345678 hasn't arrived",
  "そちらの電話番号は 03-1234-5678 ですか",
  "注文番号 090-1234-5678 はどこですか",
  "ISBN 978-986-123-456-7 有嗎",
  "統編 12345678 可以打嗎",
])("%s gives none", (message) => {
  expect(read(message)).toBeNull();
});

it.each(phoneNumbers)("%s is found as it is written", (written) => {
  expect(read(`我要找真人，${written}，謝謝`)).toEqual({ phone: written, email: null });
});

it.each(noPhoneNumbers)("%s is none", (text) => {
  expect(read(`我要找真人，${text}，謝謝`)).toBeNull();
});

it("what the bot says of itself is nobody else's", () => {
  expect(read("找真人 02-2345-6789", ["電話 (02)2345-6789，週一到週五"])).toBeNull();
  expect(read("找真人 02-2345-6789", ["電話 02-1111-2222"])).not.toBeNull();
});
