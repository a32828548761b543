import { sendRaw } from "../api/raw-request";
import { type Acknowledged, ask, expect, expectAllThere, signIn, test, visitorAddress } from "./fixtures";

test.setTimeout(180_000);

test("PostgreSQL away: settings from memory, messages a clean 500, nothing acknowledged is lost, and it mends itself", async ({
  cluster,
  page,
}) => {
  const { url, process: server } = await cluster.start();
  cluster.proxy.serve([url]);
  const demo = await cluster.demo();
  const [{ token }] = demo.bots;
  const cookie = await signIn(cluster.proxy.url, demo, "agent");
  // A browser of its own, whose session is another one.
  await page.goto(`${cluster.proxy.url}/sign-in`);
  await page.getByLabel("電子郵件").fill(demo.owner.email);
  await page.getByLabel("密碼", { exact: true }).fill(demo.owner.password);
  await page.getByRole("button", { name: "登入", exact: true }).click();
  await expect(page.getByRole("button", { name: "帳號選單" })).toBeVisible();
  const acknowledged: Acknowledged[] = [];
  let sent = 0;
  const next = () => {
    const n = sent++;
    return {
      token,
      chatId: `web_0000000${n % 5}`,
      question: `第 ${n} 問：運費多少？`,
      from: visitorAddress(n),
    };
  };
  const config = () =>
    sendRaw(url, { method: "GET", path: `/api/widget/config?token=${token}`, from: visitorAddress(0) });
  const tryMessage = async (): Promise<number> => {
    const { from, question, chatId } = next();
    const { status, json, headers, text } = await sendRaw(url, {
      method: "POST",
      path: "/api/widget/message",
      body: JSON.stringify({ token, message: question, chat_id: chatId }),
      from,
    });
    if (status === 500) {
      expect(json).toEqual({ success: false, error: expect.any(String) });
      expect(headers["access-control-allow-origin"]).toBe("*");
      expect(text).not.toMatch(/prisma|postgres|ECONN|\bat /i);
    }
    return status;
  };

  for (let i = 0; i < 10; i++) acknowledged.push(await ask(url, next()));
  // Cut in the middle of messages: each ends with its answer or with a 500.
  const inFlight = Array.from({ length: 10 }, tryMessage);
  cluster.database.become("shut");
  for (const status of await Promise.all(inFlight)) expect([200, 500]).toContain(status);

  for (let i = 0; i < 5; i++) {
    expect(await config()).toMatchObject({ status: 200, json: { success: true } });
    expect(await tryMessage()).toBe(500);
    expect((await fetch(`${url}/api/chats`, { headers: { cookie } })).status).toBe(500);
    await new Promise((resolve) => setTimeout(resolve, 800));
  }
  expect(
    (await sendRaw(url, { method: "GET", path: `/api/widget/config?token=${"0".repeat(32)}` })).status,
  ).toBe(500);

  // The browser is signed out; what can't be done is not said to be done.
  await page.getByRole("button", { name: "帳號選單" }).click();
  await page.getByRole("button", { name: "登出" }).click();
  await expect(page.getByText("伺服器剛才沒能結束這次登入")).toBeVisible();
  expect((await page.context().cookies()).filter(({ name }) => name.includes("session-token"))).toEqual([]);

  cluster.database.become("open");
  await expect.poll(tryMessage, { timeout: 60_000 }).toBe(200);
  for (let i = 0; i < 10; i++) acknowledged.push(await ask(url, next()));

  cluster.database.become("silent");
  expect(await config()).toMatchObject({ status: 200, json: { success: true } });
  // Its connections stand, so only time tells.
  expect(await tryMessage()).toBe(500);
  cluster.database.become("open");
  await expect.poll(tryMessage, { timeout: 60_000 }).toBe(200);

  expect(server.child.exitCode).toBeNull();
  // An answer goes out a moment before staff screens have it.
  await expect(() => expectAllThere(url, cookie, acknowledged)).toPass({ timeout: 60_000 });
  expect(await cluster.check()).toMatch(/ 0 problems$/);
});
