import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/support/fixtures";

/** What the page played and showed; another window has the focus. */
async function recordAlerts(page: Page): Promise<() => Promise<{ notes: string[]; tones: number }>> {
  await page.addInitScript(() => {
    const told = { notes: [] as string[], tones: 0 };
    Object.assign(window, { told });
    document.hasFocus = () => false;
    window.Notification = class extends EventTarget {
      static readonly permission = "granted";
      constructor(title: string, { body = "" }: NotificationOptions = {}) {
        super();
        told.notes.push(`${title}: ${body}`);
      }
    } as unknown as typeof Notification;
    const { createOscillator } = AudioContext.prototype;
    AudioContext.prototype.createOscillator = function create() {
      told.tones += 1;
      return createOscillator.call(this);
    };
  });
  return () => page.evaluate(() => Reflect.get(window, "told"));
}

test("a visitor who asks for a person is heard and shown on any page, once in all tabs, and not in quiet hours", async ({
  team,
  post,
  pageOf,
}) => {
  const page = await pageOf(team.owner);
  const read = await recordAlerts(page);
  await page.goto("/account");
  const card = page.locator("section").filter({ hasText: "有訪客等人回覆時" });
  await expect(card).toContainText("這個瀏覽器已允許");
  await card.getByRole("switch", { name: "寄信給我" }).click();
  await card.getByLabel("從", { exact: true }).fill("13:00");
  await card.getByRole("button", { name: "儲存提醒設定" }).click();
  await expect(card).toContainText("這裡要填");
  await card.getByLabel("從", { exact: true }).fill("");
  await card.getByRole("button", { name: "儲存提醒設定" }).click();
  await expect(card).toContainText("提醒方式已儲存");
  const isLive = page.waitForResponse("**/api/live**");
  await page.reload();
  await expect(card.getByRole("switch", { name: "寄信給我" })).not.toBeChecked();
  await isLive;

  const other = await page.context().newPage();
  const readOther = await recordAlerts(other);
  await other.goto("/bots");
  await other.getByRole("main").click({ position: { x: 2, y: 2 } });
  await page.getByRole("main").click({ position: { x: 2, y: 2 } });
  const ask = async (label: string) => {
    const body = { token: team.bot.token, chat_id: `web_00000000${label}`, message: `真人 ${label}` };
    expect((await post("message", { ...body, wants_person: true })).status).toBe(200);
  };
  const all = async () => {
    const [one, two] = [await read(), await readOther()];
    return { notes: [...one.notes, ...two.notes], tones: one.tones + two.tones };
  };
  await ask("0d01");
  await expect.poll(all).toEqual({ notes: ["有訪客在等人回覆: 真人 0d01"], tones: 2 });

  await card.getByLabel("從", { exact: true }).fill("00:00");
  await card.getByLabel("到", { exact: true }).fill("23:59");
  await card.getByRole("button", { name: "儲存提醒設定" }).click();
  await expect(card).toContainText("提醒方式已儲存");
  await other.close();
  await page.reload();
  await ask("0d02");
  await expect(page).toHaveTitle(/^\(2\) /);
  await page.waitForFunction(() => performance.now() > 2_000);
  expect((await read()).notes).toEqual([]);
});
