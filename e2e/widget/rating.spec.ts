import { expect, test } from "./fixtures";

const createGate = () => Promise.withResolvers<void>();
const answered = { success: true, reply: "可以退貨。", extra_replies: [], message_id: "turn-1" };

test.describe("an answer's rating", () => {
  test("up, taken back, and down with a reason", async ({ visit, bot }) => {
    bot.answer = () => answered;
    const widget = await visit();
    await widget.open();
    await widget.ask("可以退貨嗎?");
    const up = widget.log.getByRole("button", { name: "有幫助" });
    const down = widget.log.getByRole("button", { name: "沒幫助" });
    const why = widget.log.getByRole("group", { name: "哪裡不好？" });
    await up.click();
    await expect(up).toHaveAttribute("aria-pressed", "true");
    await expect(widget.panel.getByRole("status").getByText("收到，謝謝")).toBeAttached();
    await up.click();
    await expect(up).toHaveAttribute("aria-pressed", "false");
    await expect(why).toBeHidden();
    await down.click();
    await why.getByRole("button", { name: "內容有誤" }).click();
    await expect(why).toHaveText("收到，謝謝");
    await expect(down).toHaveAttribute("aria-pressed", "true");
    await expect(down).toBeFocused();

    const { chat_id } = bot.messages[0]?.body ?? {};
    const of = (rating: string) => ({ token: bot.token, chat_id, message_id: "turn-1", rating });
    await expect.poll(() => bot.feedback).toHaveLength(4);
    expect(bot.feedback).toEqual([of("up"), of("none"), of("down"), { ...of("down"), reason: "內容有誤" }]);
    await visit("other");
    await expect(down).toHaveAttribute("aria-pressed", "true");
  });

  test("changed before the server has taken it arrives after the first one", async ({ visit, bot, page }) => {
    const gate = createGate();
    const arriving: string[] = [];
    await page.route("**/api/widget/feedback", async (route) => {
      arriving.push(route.request().postDataJSON().rating);
      if (arriving.length === 1) await gate.promise;
      await route.continue();
    });
    bot.answer = () => answered;
    const widget = await visit();
    await widget.open();
    await widget.ask("可以退貨嗎?");
    const down = widget.log.getByRole("button", { name: "沒幫助" });
    await widget.log.getByRole("button", { name: "有幫助" }).click();
    await expect.poll(() => arriving).toEqual(["up"]);
    await down.click();
    await expect(down).toHaveAttribute("aria-pressed", "true");
    gate.resolve();
    await expect.poll(() => bot.feedback.map(({ rating }) => rating)).toEqual(["up", "down"]);
    await expect(down).toHaveAttribute("aria-pressed", "true");
  });

  test("that the server didn't take is not shown as given", async ({ visit, bot }) => {
    bot.answer = () => answered;
    bot.isFeedbackTaken = false;
    const widget = await visit();
    await widget.open();
    await widget.ask("可以退貨嗎?");
    const up = widget.log.getByRole("button", { name: "有幫助" });
    await up.click();
    await expect(widget.panel.getByRole("status").getByText("連不上客服")).toBeAttached();
    await expect(up).toHaveAttribute("aria-pressed", "false");
  });

  test("of two quick ones the last shows though the first fails, and none once that fails as well", async ({
    visit,
    bot,
    page,
  }) => {
    const gates = [createGate(), createGate()];
    const arriving: string[] = [];
    await page.route("**/api/widget/feedback", async (route) => {
      arriving.push(route.request().postDataJSON().rating);
      await gates[arriving.length - 1]?.promise;
      await route.continue();
    });
    bot.answer = () => answered;
    bot.isFeedbackTaken = false;
    const widget = await visit();
    await widget.open();
    await widget.ask("可以退貨嗎?");
    const up = widget.log.getByRole("button", { name: "有幫助" });
    const down = widget.log.getByRole("button", { name: "沒幫助" });
    await up.click();
    await down.click();
    gates[0]?.resolve();
    await expect.poll(() => arriving).toEqual(["up", "down"]);
    await expect(down).toHaveAttribute("aria-pressed", "true");
    await expect(up).toHaveAttribute("aria-pressed", "false");
    gates[1]?.resolve();
    await expect(down).toHaveAttribute("aria-pressed", "false");
    await expect(up).toHaveAttribute("aria-pressed", "false");
  });

  test("is only asked for where the server can keep it", async ({ visit, bot }) => {
    bot.answer = () => ({ success: true, reply: "在", extra_replies: [] });
    const widget = await visit();
    await widget.open();
    await widget.ask("在嗎?");
    await expect(widget.bubbles).toHaveCount(3);
    await expect(widget.log.getByRole("button", { name: "複製" })).toBeVisible();
    await expect(widget.log.getByRole("button", { name: "有幫助" })).toHaveCount(0);
  });
});
