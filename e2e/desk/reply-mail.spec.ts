import { z } from "zod";
import { expect, test } from "@/e2e/support/fixtures";

const begunSchema = z.object({ chat_id: z.string(), visitor_key: z.string() });
const newsSchema = z.object({ next: z.string() });

test("@phone staff read before they reply to who left an address that no mail goes, and then whether the visitor's page has it", async ({
  app,
  team,
  post,
  pageOf,
}) => {
  const { token } = team.bot;
  const asked = await post("message", { token, message: "請問可以改地址嗎？", locale: "zh-TW" });
  const { chat_id, visitor_key } = begunSchema.parse(await asked.json());
  const left = await post("contact", { token, chat_id, locale: "zh-TW", email: "mei@example.com" });
  expect(left.status).toBe(200);

  const page = await pageOf(team.owner);
  await page.goto("/leads");
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByRole("button", { name: "接手" }).click();
  // No mail server is set here.
  await expect(page.getByText("不會寄到 mei@example.com")).toBeVisible();
  await page.getByRole("textbox", { name: "回覆訪客" }).fill("可以，請給我新地址。");
  await page.getByRole("button", { name: "送出" }).click();
  const log = page.getByRole("log");
  await expect(log.getByText("還沒出現在訪客的網頁上")).toBeVisible();

  // What the visitor's page does: it reads what is new, and says with its next stream what it has.
  const events = `${app.baseUrl}/api/widget/events?token=${token}`;
  const headers = { "Dawen-Visitor": visitor_key };
  const { next } = newsSchema.parse(await (await fetch(events, { headers })).json());
  const leaving = new AbortController();
  const stream = await fetch(events, {
    headers: { ...headers, "Last-Event-ID": next, Accept: "text/event-stream" },
    signal: leaving.signal,
  });
  expect(stream.status).toBe(200);
  await expect(log.getByText("訪客的網頁收到了")).toBeVisible();
  await expect(log.getByText("還沒出現在訪客的網頁上")).toHaveCount(0);
  leaving.abort();
});
