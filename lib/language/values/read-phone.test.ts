import { expect, it } from "vitest";
import { noPhoneNumbers, phoneNumbers } from "@/test/phone-numbers";
import { readPhone } from "./read-phone";

it.each(phoneNumbers)("%s is %s", (written, digits) => {
  expect(readPhone(`${written}。`, 0)).toMatchObject({ keys: [digits], start: 0, end: written.length });
});

it.each(noPhoneNumbers)("%s is none", (text) => {
  expect(readPhone(text, 0)).toBeNull();
});
