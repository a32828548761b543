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
    window.AudioContext = class extends AudioContext {
      constructor(options?: AudioContextOptions) {
        super(options);
        Object.assign(window, { audio: this });
      }
    };
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
  // Sound begins some time after the click that allows it.
  for (const tab of [page, other])
    await tab.waitForFunction(() => Reflect.get(window, "audio")?.state === "running");
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

  // From an hour ago to in an hour, over midnight too.
  await card.getByLabel("從", { exact: true }).fill(hourFromNow(-1));
  await card.getByLabel("到", { exact: true }).fill(hourFromNow(1));
  await card.getByRole("button", { name: "儲存提醒設定" }).click();
  await expect(card).toContainText("提醒方式已儲存");
  await other.close();
  await page.reload();
  await ask("0d02");
  await expect(page).toHaveTitle(/^\(2\) /);
  await page.waitForFunction(() => performance.now() > 2_000);
  expect((await read()).notes).toEqual([]);
});

/** Of the day in Taipei, as a field for times has it. */
function hourFromNow(hours: number): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Taipei", timeStyle: "short" }).format(
    Date.now() + hours * 3_600_000,
  );
}
