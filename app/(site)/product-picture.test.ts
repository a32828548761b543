import { expect, it } from "vitest";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { teaShop } from "@/prisma/demo/tea-shop";

it("shows what stands literally in the demo shop's document", () => {
  const { picture } = getCatalog("zh-TW").site;
  const document = teaShop.documents.find(({ title }) => title === picture.documentTitle);
  for (const words of [picture.documentQuote, picture.documentAfter, picture.documentSecond]) {
    expect(document?.content).toContain(words);
  }
  expect(picture.botName).toBe(teaShop.botName);
});
