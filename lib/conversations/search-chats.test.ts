import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "@/lib/db/uuidv7";
import { searchChats } from "./search-chats";
import { createTestShop } from "./test-fixtures";

let shop: Awaited<ReturnType<typeof createTestShop>>;
beforeAll(async () => {
  shop = await createTestShop();
  await shop.exchange("web_00000000aa01", "烏龍茶還有貨嗎");
  await shop.exchange("web_00000000aa02", "Is OOLONG 100% organic?");
  await shop.exchange("web_00000000aa03", "可以退貨嗎");
  await shop.exchange("web_00000000aa03", "那運費呢");
  await shop.ctx.db.conversation.updateMany({
    where: { chatId: "web_00000000aa02" },
    data: { domain: "tea.example.com" },
  });
  await shop.ctx.db.visitor.updateMany({
    where: { conversations: { some: { chatId: "web_00000000aa01" } } },
    data: { name: "林小姐", email: "Lin@mail.example" },
  });
});
afterAll(() => shop.close());

const find = async (text: string, botId?: string) =>
  (await searchChats(shop.actorCtx, { text, botId })).map(({ chatId }) => chatId.slice(-4));

describe("searchChats", () => {
  it("finds chats by anything that was said, the visitor's label, name and address, and the domain", async () => {
    expect(await find("烏龍")).toEqual(["aa01"]);
    expect(await find("退貨")).toEqual(["aa03"]);
    expect(await find("答：那運費")).toEqual(["aa03"]);
    expect(await find(" oolong ")).toEqual(["aa02"]);
    expect(await find("AA02")).toEqual(["aa02"]);
    expect(await find("TEA.example")).toEqual(["aa02"]);
    expect(await find("林小姐")).toEqual(["aa01"]);
    expect(await find("lin@mail")).toEqual(["aa01"]);
    expect(await find("嗎")).toEqual(["aa03", "aa01"]);
    expect(await find("沒有人說過")).toEqual([]);
  });

  it("takes what is searched for literally", async () => {
    expect(await find("100%")).toEqual(["aa02"]);
    for (const text of ["%", "_", "\\", "0_", "'; DROP TABLE messages; --"])
      expect(await find(text)).toEqual(text === "%" ? ["aa02"] : []);
  });

  it("keeps to the team and, when asked, to one bot", async () => {
    expect(await find("烏龍", shop.botId)).toEqual(["aa01"]);
    expect(await find("烏龍", uuidv7())).toEqual([]);
    expect(await searchChats(shop.strangerCtx, { text: "烏龍" })).toEqual([]);
    for (const text of ["", "  ", "茶".repeat(101)])
      await expect(find(text)).rejects.toMatchObject({ code: "invalid_input" });
  });
});
