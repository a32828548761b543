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
  const card = page.locator("section").filter({ hasText: "提醒與摘要" });
  await expect(card).toContainText("這個瀏覽器已允許");
  await card.getByRole("switch", { name: "寄信給我" }).click();
  await card.getByLabel("從", { exact: true }).fill("13:00");
  await card.getByRole("button", { name: "儲存提醒設定" }).click();
  await expect(card).toContainText("這裡要填");
  await card.getByLabel("從", { exact: true }).fill("");
  await card.getByLabel("每日摘要信").selectOption("9");
  await card.getByRole("button", { name: "儲存提醒設定" }).click();
  await expect(card).toContainText("提醒方式已儲存");
  const isLive = page.waitForResponse("**/api/live**");
  await page.reload();
  await expect(card.getByRole("switch", { name: "寄信給我" })).not.toBeChecked();
  await expect(card.getByLabel("每日摘要信")).toHaveValue("9");
  await isLive;

  const other = await page.context().newPage();
  const readOther = await recordAlerts(other);
  await other.goto("/bots");
  await other.getByRole("main").click({ position: { x: 2, y: 2 } });
  await page.getByRole("main").click({ position: { x: 2, y: 2 } });
  for (const tab of [page, other]) await waitForSound(tab);
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

test("a member to whom a colleague gives a chat hears and sees who gave it, and the colleague doesn't", async ({
  team,
  post,
  pageOf,
}) => {
  const chat = { token: team.bot.token, chat_id: "web_000000000e01", message: "請找真人" };
  expect((await post("message", { ...chat, wants_person: true })).status).toBe(200);
  const [owner, agent] = [await pageOf(team.owner), await pageOf(await team.addMember("agent"))];
  const [readOwner, readAgent] = [await recordAlerts(owner), await recordAlerts(agent)];
  const isLive = agent.waitForResponse("**/api/live**");
  await agent.goto("/bots");
  await agent.getByRole("main").click({ position: { x: 2, y: 2 } });
  await isLive;
  await waitForSound(agent);
  await owner.goto("/chats");
  await owner
    .getByRole("region", { name: "對話", exact: true })
    .getByRole("listitem")
    .getByRole("link")
    .click();
  await expect(owner.getByRole("log")).toContainText("請找真人");
  const before = (await readAgent()).notes.length;
  await owner.keyboard.press("a");
  const dialog = owner.getByRole("dialog", { name: "交給誰？" });
  await dialog.getByRole("listitem").filter({ hasNotText: "（你）" }).getByRole("button").click();
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await readAgent()).notes.slice(before)).toHaveLength(1);
  expect((await readAgent()).notes.at(-1)).toMatch(/^.+ 把一則對話交給你: 請找真人$/);
  expect((await readAgent()).tones).toBeGreaterThan(0);
  expect((await readOwner()).notes.join()).not.toContain("交給你");
});

test("@phone a bot that a member turned off is told of nowhere but in the list, unless everybody turned it off", async ({
  team,
  post,
  pageOf,
}) => {
  const quiet = await team.addBot("退貨小幫手");
  const [page, owner] = [await pageOf(await team.addMember("agent")), await pageOf(team.owner)];
  const read = await recordAlerts(page);
  await page.goto("/account");
  const card = page.locator("section").filter({ hasText: "要通知你的機器人" });
  const ofQuiet = card.getByRole("switch", { name: quiet.name });
  await ofQuiet.click();
  await expect(page.getByText(`「${quiet.name}」不再通知你`)).toBeVisible();
  await expect(ofQuiet).toBeEnabled();
  const isLive = page.waitForResponse("**/api/live**");
  await page.reload();
  await expect(ofQuiet).not.toBeChecked();
  await isLive;
  await page.getByRole("main").click({ position: { x: 2, y: 2 } });
  await waitForSound(page);
  const ask = async ({ token }: { token: string }, label: string) => {
    const body = { token, chat_id: `web_00000000${label}`, message: `真人 ${label}`, wants_person: true };
    expect((await post("message", body)).status).toBe(200);
  };
  await ask(quiet, "0f01");
  await ask(team.bot, "0f02");
  await expect(page).toHaveTitle(/^\(1\) /);
  await expect.poll(async () => (await read()).notes).toEqual(["有訪客在等人回覆: 真人 0f02"]);
  await page.goto("/chats?view=waiting");
  const rows = page.getByRole("region", { name: "對話", exact: true }).getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await expect(page).toHaveTitle(/^\(1\) /);

  await owner.goto("/account");
  await owner
    .locator("section")
    .filter({ hasText: "要通知你的機器人" })
    .getByRole("switch", { name: quiet.name })
    .click();
  await expect(owner.getByText("大家都關掉了")).toBeVisible();
  await page.goto("/account");
  await expect(card.getByText("大家都關掉了")).toBeVisible();
  await expect(page).toHaveTitle(/^\(2\) /);
  await ofQuiet.click();
  await expect(card.getByText("大家都關掉了")).toBeHidden();
  await expect(ofQuiet).toBeChecked();
});

/** Sound begins some time after the click that allows it. */
async function waitForSound(page: Page): Promise<void> {
  await page.waitForFunction(() => Reflect.get(window, "audio")?.state === "running");
}

/** Of the day in Taipei, as a field for times has it. */
function hourFromNow(hours: number): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Taipei", timeStyle: "short" }).format(
    Date.now() + hours * 3_600_000,
  );
}
