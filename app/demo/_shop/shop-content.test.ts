import { describe, expect, it } from "vitest";
import { teaShop } from "@/prisma/demo/tea-shop";
import { shopFooter, shopGifts, shopProducts } from "./shop-content";

const knowledge = teaShop.documents.map((document) => document.content).join("\n");
const priceList = teaShop.documents.find(({ title }) => title === "茶葉品項與價格")?.content ?? "";
const formatPrice = (price: number) => `NT$${price.toLocaleString("en-US")}`;

describe("the shop page agrees with what its bot knows", () => {
  it.each(shopProducts)("$name: every size at its price", ({ name, sizes }) => {
    const line = priceList.split("\n").find((text) => text.startsWith(`- ${name}`));
    for (const { price } of sizes) expect(line).toContain(formatPrice(price));
    for (const { size } of sizes) expect(line).toContain(size.replace(/^一盒 /, ""));
  });

  it.each(shopGifts)("$name: its price", ({ name, price }) => {
    const line = knowledge.split("\n").find((text) => text.startsWith(`- ${name}`));
    expect(line).toContain(formatPrice(price));
  });

  it("gives the same address, telephone and hours", () => {
    const shown = shopFooter.flatMap((column) => [...column.lines]).join("\n");
    for (const fact of [
      "台北市大同區霧腳街 12 號 1 樓",
      "02-5550-0123",
      "service@example.com",
      "11:00–19:30",
    ]) {
      expect(shown).toContain(fact);
      expect(knowledge).toContain(fact);
    }
  });
});
