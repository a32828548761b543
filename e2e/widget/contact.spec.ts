import type { Locator } from "@playwright/test";
import type { Bot } from "../hosts/api.mjs";
import { expect, test, widgetOn } from "./fixtures";
import { deafen, move } from "./kept-pages";
import { createLine } from "./line";

type Visit = (name?: string) => Promise<ReturnType<typeof widgetOn>>;

const form = {
  ...{ title: "留個聯絡方式", name: "稱呼", reach: "電話或 Email", question: "你的問題" },
  ...{ consent: "同意用這些資料聯絡我", consent_id: "consent-1", send: "送出資料" },
};
const waiting = { handoff: true, contact_form: form };
const taken = { handoff: true, person: { name: "小林" } };
const asked = { success: true, reply: "已經請客服人員了。", extra_replies: [], message_id: "turn-1" };

const fieldsOf = (log: Locator) => {
  const field = (name: string) => log.getByRole("textbox", { name });
  return { name: field(form.name), reach: field(form.reach), question: field(form.question) };
};

test.describe("the form of who wants to be reached", () => {
  test("keeps what was typed when somebody takes the conversation meanwhile", async ({
    visit,
    bot,
    page,
  }) => {
    const line = createLine(["state", waiting]);
    bot.answer = () => ({ ...asked, turn_id: "turn-0", visitor_key: "key", ...waiting });
    bot.events = line.events;
    const widget = await visit();
    await widget.open();
    await widget.ask("我要找真人");
    const { name, reach, question } = fieldsOf(widget.log);
    await name.fill("小明");
    await reach.fill("0912345678");
    await question.pressSequentially("星期日有開");
    line.add("state", taken);
    const present = widget.panel.locator(".present");
    await expect(present).toContainText("小林");
    await expect(question).toBeFocused();
    await page.keyboard.type("嗎?");
    await expect(name).toHaveValue("小明");
    await expect(question).toHaveValue("星期日有開嗎?");

    // Given back, with the same form as before: nothing is begun anew.
    line.add("state", waiting);
    await expect(present).not.toContainText("小林");
    await expect(question).toBeFocused();
    line.add("state", taken);
    await expect(present).toContainText("小林");

    await widget.log.getByRole("checkbox").check();
    await widget.log.getByRole("button", { name: form.send }).click();
    await expect(widget.bubbles.last()).toHaveText("收到了,我們會聯絡你。");
    await expect(reach).toBeHidden();
    expect(bot.contacts).toEqual([
      expect.objectContaining({
        ...{ name: "小明", phone: "0912345678", question: "星期日有開嗎?", consent: "consent-1" },
        chat_id: bot.messages[0]?.body.chat_id,
      }),
    ]);
    // What was sent is gone from a form that is offered later.
    line.add("state", waiting);
    await expect(reach).toHaveValue("");
    await expect(question).toHaveValue("");
    await expect(widget.log.getByRole("checkbox")).not.toBeChecked();
  });

  test("takes what was typed into other words of it", async ({ visit, bot }) => {
    const line = createLine(["state", waiting]);
    bot.answer = () => ({ ...asked, turn_id: "turn-0", visitor_key: "key", ...waiting });
    bot.events = line.events;
    const widget = await visit();
    await widget.open();
    await widget.ask("我要找真人");
    await fieldsOf(widget.log).reach.fill("ming@example.com");
    await widget.log.getByRole("checkbox").check();
    const changed = { ...form, consent: "另一份說明", consent_id: "consent-2" };
    line.add("state", { handoff: true, contact_form: changed });
    await expect(widget.log.getByText("另一份說明")).toBeVisible();
    await expect(fieldsOf(widget.log).reach).toHaveValue("ming@example.com");
    // It was given for the words before.
    await expect(widget.log.getByRole("checkbox")).not.toBeChecked();
    await widget.log.getByRole("checkbox").check();
    await widget.log.getByRole("button", { name: form.send }).click();
    await expect.poll(() => bot.contacts).toHaveLength(1);
    expect(bot.contacts[0]).toMatchObject({ email: "ming@example.com", consent: "consent-2" });
  });

  test("goes while nothing is typed, as soon as somebody is there", async ({ visit, bot }) => {
    const line = createLine(["state", waiting]);
    bot.answer = () => ({ ...asked, turn_id: "turn-0", visitor_key: "key", ...waiting });
    bot.events = line.events;
    const widget = await visit();
    await widget.open();
    await widget.ask("我要找真人");
    const { reach } = fieldsOf(widget.log);
    await expect(reach).toBeVisible();
    line.add("state", taken);
    await expect(reach).toBeHidden();
    line.add("state", waiting);
    await expect(reach).toBeVisible();
    await reach.fill("0912345678");
    // Another conversation is none of it; back in this one, it stands there as it was.
    await widget.choose("開始新對話");
    await expect(reach).toBeHidden();
    await widget.log.getByRole("button", { name: "復原" }).click();
    await expect(reach).toHaveValue("0912345678");
    await expect(reach).toBeVisible();
  });

  /** A conversation that offers the form, with words in two of its fields. */
  async function fillForm(visit: Visit, bot: Bot) {
    bot.answer = () => ({ ...asked, turn_id: "turn-0", visitor_key: "key", ...waiting });
    bot.events = createLine(["state", waiting]).events;
    const widget = await visit();
    await widget.open();
    await widget.ask("我要找真人");
    const fields = fieldsOf(widget.log);
    await fields.name.fill("小明");
    await fields.reach.fill("0912345678");
    return { widget, ...fields };
  }

  test("has what was typed on the next page, after a reload and after closing, until it is sent", async ({
    visit,
    bot,
    page,
  }) => {
    const { widget, name, reach, question } = await fillForm(visit, bot);
    await widget.log.getByRole("checkbox").check();
    await visit("other");
    await expect(reach).toHaveValue("0912345678");
    await expect(name).toHaveValue("小明");
    // What was agreed to on another page isn't agreed to here.
    await expect(widget.log.getByRole("checkbox")).not.toBeChecked();
    await question.fill("星期日有開嗎?");

    await page.reload();
    await expect(question).toHaveValue("星期日有開嗎?");
    await widget.panel.getByRole("button", { name: "關閉對話" }).click();
    await expect(widget.panel).toBeHidden();
    await widget.open();
    await expect(question).toHaveValue("星期日有開嗎?");
    await page.reload();
    await expect(reach).toHaveValue("0912345678");
    // No word of it has left the browser.
    expect(JSON.stringify(bot.messages)).not.toContain("0912345678");
    expect(bot.contacts).toEqual([]);

    await widget.log.getByRole("checkbox").check();
    await widget.log.getByRole("button", { name: form.send }).click();
    await expect(widget.bubbles.last()).toHaveText("收到了,我們會聯絡你。");
    expect(bot.contacts).toEqual([
      expect.objectContaining({ name: "小明", phone: "0912345678", question: "星期日有開嗎?" }),
    ]);
    const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(await stored()).not.toContain("0912345678");
    // The form that the next page is offered is empty.
    await page.reload();
    await expect(reach).toHaveValue("");
    await expect(question).toHaveValue("");
  });

  test("stands on the next page with its words also when somebody has come", async ({ visit, bot }) => {
    const { widget, name, reach } = await fillForm(visit, bot);
    bot.events = createLine(["state", taken]).events;
    await visit("other");
    await expect(widget.panel.locator(".present")).toContainText("小林");
    await expect(name).toHaveValue("小明");
    await expect(reach).toHaveValue("0912345678");
    await expect(widget.log.getByRole("button", { name: form.send })).toBeVisible();
  });

  test("has nothing for who comes after: another conversation, or somebody else's", async ({
    visit,
    bot,
    page,
  }) => {
    const { widget, reach } = await fillForm(visit, bot);
    const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(await stored()).toContain("0912345678");
    await widget.choose("開始新對話");
    await expect.poll(stored).not.toContain("0912345678");
    await widget.log.getByRole("button", { name: "復原" }).click();
    await expect(reach).toHaveValue("0912345678");
    expect(await stored()).toContain("0912345678");
    await page.evaluate(() => Reflect.get(window, "dawen").reset());
    await expect(reach).toBeHidden();
    expect(await stored()).not.toContain("0912345678");
    await widget.ask("我要找真人");
    await expect(reach).toBeVisible();
    await expect(reach).toHaveValue("");
  });

  test("keeps what is typed while it is being sent", async ({ visit, bot, page }) => {
    const { widget, question } = await fillForm(visit, bot);
    await question.fill("星期日有開嗎?");
    let goOn = () => {};
    const isHeld = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route("**/api/widget/contact", async (route) => {
      await isHeld;
      await route.continue();
    });
    await widget.log.getByRole("checkbox").check();
    const isSending = page.waitForRequest("**/api/widget/contact");
    await widget.log.getByRole("button", { name: form.send }).click();
    await isSending;
    await question.fill("星期一呢?");
    goOn();
    await expect(widget.bubbles.last()).toHaveText("收到了,我們會聯絡你。");
    await expect(widget.bubbles.nth(-2)).toHaveText("星期日有開嗎?");
    await expect(question).toHaveValue("星期一呢?");
  });

  test("has on a page that Back brings what was typed since", async ({
    visit,
    bot,
    page,
    context,
    address,
  }) => {
    await deafen(page);
    const { name, reach, question } = await fillForm(visit, bot);
    await move(page, "pagehide");
    const next = await context.newPage();
    await next.goto(address("other"));
    const fields = fieldsOf(widgetOn(next).log);
    await expect(fields.reach).toHaveValue("0912345678");
    await fields.question.fill("星期日有開嗎?");
    await expect(question).toHaveValue("");
    await move(page, "pageshow");
    await expect(question).toHaveValue("星期日有開嗎?");
    await expect(reach).toHaveValue("0912345678");
    await name.fill("小華");
    await expect(fields.name).toHaveValue("小華");
    await expect(fields.question).toHaveValue("星期日有開嗎?");
  });

  for (const trouble of ["full", "forbidden"])
    test(`is sent all the same with a storage that is ${trouble}`, async ({ visit, bot, page }) => {
      await page.addInitScript((how) => {
        const refuse = () => {
          throw new DOMException("no", "QuotaExceededError");
        };
        if (how === "full") Storage.prototype.setItem = refuse;
        else Object.defineProperty(window, "localStorage", { get: refuse });
      }, trouble);
      const { widget, reach } = await fillForm(visit, bot);
      await expect(reach).toHaveValue("0912345678");
      await widget.log.getByRole("checkbox").check();
      await widget.log.getByRole("button", { name: form.send }).click();
      await expect(widget.bubbles.last()).toHaveText("收到了,我們會聯絡你。");
      expect(bot.contacts).toMatchObject([{ name: "小明", phone: "0912345678" }]);
    });
});
