import { expect, test } from "vitest";
import { noPhoneNumbers, phoneNumbers } from "@/test/phone-numbers";
import { splitContacts } from "./split-contacts";

const split = (text: string) => splitContacts(text, (written, href) => ({ text: written, href }));
const hrefs = (text: string) => split(text).flatMap((part) => (typeof part === "string" ? [] : [part.href]));

test("finds telephone numbers and addresses as they are written in Taiwan", () => {
  expect(split("請打 02-2345-6789。")).toEqual([
    "請打 ",
    { text: "02-2345-6789", href: "tel:0223456789" },
    "。",
  ]);
  expect(hrefs("(02)2345-6789 分機 12、0912 345 678、+886 2 2345 6789、0800-000-123")).toEqual([
    "tel:0223456789,12",
    "tel:0912345678",
    "tel:+886223456789",
    "tel:0800000123",
  ]);
  expect(hrefs("寫信到tea.shop+x@mail.example.com.tw,謝謝")).toEqual([
    "mailto:tea.shop+x@mail.example.com.tw",
  ]);
});

test.each(phoneNumbers)("%s leads to its number", (written, digits) => {
  const [href = ""] = hrefs(`請打 ${written}。`);
  expect(href.replace(/^tel:(?:\+886)?0?/, "0")).toBe(digits);
});

test.each(noPhoneNumbers)("%s leads nowhere", (text) => {
  expect(hrefs(text)).toEqual([]);
});

test("leaves dates, times, prices and the numbers of orders alone", () => {
  for (const text of [
    "2025-01-02 09:00-18:00",
    "NT$1,200 元",
    "訂單 A0212345678",
    "0123",
    "1002-345-678",
    "a@b",
  ])
    expect(split(text)).toEqual([text]);
  expect(split("")).toEqual([]);
});
