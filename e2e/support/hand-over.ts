import { expect, type Page } from "@playwright/test";
import { widgetOn } from "@/e2e/widget/fixtures";
import { drawPicture } from "./send-picture";

/** The agent's page with the chat open that waits for a person. */
export async function openWaiting(agent: Page, origin = ""): Promise<void> {
  await agent.goto(`${origin}/chats`);
  await expect(agent.getByRole("status").getByText("即時")).toBeVisible();
  const row = agent.getByRole("listitem").filter({ hasText: "等真人" });
  await row.getByRole("link").click();
}

export async function reply(agent: Page, text: string): Promise<void> {
  const field = agent.getByRole("textbox", { name: "回覆訪客" });
  await field.fill(text);
  await agent.getByRole("button", { name: "送出" }).click();
  await expect(field).toHaveValue("");
}

/** What the bot knows by itself before and after. */
export const answerOfBot = { title: "運費", content: "## 運費多少？\n\n運費 80 元，滿 1,000 元免運。" };

type HandOver = {
  /** Of the visitor, with the widget closed on it; `/demo` opens that page again. */
  visitor: Page;
  agent: Page;
  /** Their name. */
  member: string;
  /** On a phone, where the panel covers the page, each page begins with it closed. */
  isMobile?: boolean | undefined;
};

/**
 * A visitor asks for a person; a member takes the chat; both write and send a picture, also while the visitor is on
 * another page; handed back, the bot answers.
 */
export async function handOver({ visitor, agent, member, isMobile }: HandOver): Promise<void> {
  const widget = widgetOn(visitor);
  await widget.open();
  await widget.ask("我要找真人客服");
  await expect(widget.panel.getByText("正在等真人客服")).toBeVisible();

  await openWaiting(agent);
  const own = await agent.request.post(new URL("/api/account/picture", agent.url()).href, {
    data: await drawPicture(400, 300),
  });
  expect(own.status()).toBe(204);
  await agent.getByRole("button", { name: "接手" }).click();
  await expect(widget.panel.getByText(`${member} 在這裡回覆你`)).toBeVisible();
  await expect.poll(() => widget.panel.locator(".present img").evaluateAll(widthsOf)).toEqual([256]);
  await reply(agent, "您好，**我是店員**。");
  await expect(widget.bubbles.last()).toHaveText("您好，我是店員。");
  await expect(widget.log.getByText(member, { exact: true })).toBeVisible();
  await expect.poll(() => widget.log.locator(".by img").evaluateAll(widthsOf)).toEqual([256]);

  await widget.ask("我的訂單到哪了？");
  await expect(agent.getByRole("log").getByText("我的訂單到哪了？")).toBeVisible();
  await expect(widget.bubbles.last()).toHaveText("我的訂單到哪了？");

  const photo = { name: "a.jpg", mimeType: "image/jpeg", buffer: await drawPicture(300, 200) };
  const chooser = visitor.waitForEvent("filechooser");
  await widget.panel.getByRole("button", { name: "圖片" }).click();
  await (await chooser).setFiles(photo);
  const theirs = agent.getByRole("log").getByRole("img");
  await expect.poll(() => theirs.evaluateAll(widthsOf)).toEqual([300]);
  await agent.locator("input[type=file]").setInputFiles({ ...photo, buffer: await drawPicture(200, 300) });
  await agent.getByRole("button", { name: "送出" }).click();
  const shown = widget.log.getByRole("img");
  // The visitor's own is as the browser drew it until the next page.
  await expect.poll(() => shown.evaluateAll(widthsOf)).toEqual([200]);
  await expect(widget.log.locator(".bubble :is(canvas, img)")).toHaveCount(2);

  await visitor.goto("about:blank");
  await reply(agent, "明天會到。");
  await reply(agent, "還有別的問題嗎？");
  await visitor.goto("/demo");
  if (isMobile) await widget.open();
  await expect(widget.bubbles.last()).toHaveText("還有別的問題嗎？");
  await visitor.reload();
  if (isMobile) await widget.open();
  await expect(widget.bubbles.last()).toHaveText("還有別的問題嗎？");
  await expect(widget.log.getByText("明天會到。")).toHaveCount(1);
  await expect(widget.log.getByText("還有別的問題嗎？")).toHaveCount(1);
  await expect.poll(() => shown.evaluateAll(widthsOf)).toEqual([300, 200]);

  await agent.getByRole("button", { name: "更多動作" }).click();
  await agent.getByRole("button", { name: "交還機器人" }).click();
  await expect(widget.panel.getByText(`${member} 在這裡回覆你`)).toBeHidden();
  await widget.ask("運費多少？");
  await expect(widget.bubbles.last()).toContainText("運費 80 元");
  await expect(agent.getByRole("log").getByText("運費 80 元").first()).toBeVisible();
}

/** Of pictures as they came, in pixels; 0 for one that isn't there yet. Runs in the page. */
function widthsOf(images: Element[]): number[] {
  return images.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0));
}
