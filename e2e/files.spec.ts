import { request as httpRequest } from "node:http";
import type { Page } from "@playwright/test";
import iconv from "iconv-lite";
import { docxFile, xlsxFile } from "@/test/files/office-files";
import { pdfFile } from "@/test/files/pdf-file";
import { zipFile } from "@/test/files/zip-file";
import { addFile } from "./support/add-file";
import { expect, test } from "./support/fixtures";

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const price = xlsxFile(
  `<row r="1">${cell("A1", "問題")}${cell("B1", "答案")}</row><row r="2">${cell("A2", "高山茶禮盒多少錢？")}${cell("B2", "高山茶禮盒一盒 1,280 元。")}</row>`,
);
const manual = pdfFile([[{ x: 72, y: 700, text: "山茶保固期間是購買後十八個月，需附發票。" }]]);
const returns = docxFile(paragraph("離島訂單要等五到七個工作天才會送到。"));

const row = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

test("an owner drops three files at once, looks at what was read, publishes, and visitors get it", async ({
  team,
  pageOf,
  post,
}) => {
  test.setTimeout(120_000);
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/knowledge`);
  await expect(page.getByText("把檔案拖到這裡")).toBeVisible();
  await dropFiles(page, { "價目.xlsx": price, "保固.pdf": manual, "配送.docx": returns });
  for (const name of ["價目.xlsx", "保固.pdf", "配送.docx"])
    await expect(row(page, name).getByText("等你看過")).toBeVisible({ timeout: 60_000 });
  const ask = async (message: string) => {
    const answer = await post("message", { token: team.bot.token, message });
    return await answer.text();
  };
  expect(await ask("保固期間多久？")).not.toContain("十八個月");

  await page.getByRole("link", { name: "保固.pdf" }).click();
  await expect(page.getByText("山茶保固期間是購買後十八個月，需附發票。")).toBeVisible();
  await page.getByRole("link", { name: "所有文件" }).click();
  await page.getByRole("button", { name: "全部發布（3 個）" }).click();
  await expect(page.getByRole("link", { name: "保固", exact: true })).toBeVisible({ timeout: 30_000 });
  // Each is published by a job of its own.
  for (const name of ["價目.xlsx", "保固.pdf", "配送.docx"])
    await expect(page.getByText(`來自檔案《${name}》`)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/等你看過|發布中/)).toHaveCount(0);
  expect(await ask("保固期間多久？")).toContain("十八個月");
  expect(await ask("高山茶禮盒多少錢？")).toContain("1,280 元");
  expect(await ask("離島幾天會到？")).toContain("五到七個工作天");

  await page.getByRole("link", { name: "保固", exact: true }).click();
  await page.getByRole("link", { name: "來自檔案《保固.pdf》" }).click();
  await expect(page.getByText("回答中")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "下載原檔" }).click();
  expect((await download).suggestedFilename()).toBe("保固.pdf");
});

test("what was read is corrected before it is published", async ({ team, pageOf, post }) => {
  test.setTimeout(120_000);
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/knowledge`);
  await expect(page.getByText("把檔案拖到這裡")).toBeVisible();
  await dropFiles(page, { "運費.txt": Buffer.from("離島滿 3,000 元兔運費。") });
  await expect(row(page, "運費.txt").getByText("等你看過")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "運費.txt" }).click();
  await page.getByRole("link", { name: "改正文字：運費" }).click();
  const field = page.getByLabel("文字", { exact: true });
  await expect(field).toHaveValue("離島滿 3,000 元兔運費。");
  await field.fill("離島滿 3,000 元免運費。");
  await page.getByRole("button", { name: "儲存文字" }).click();
  await expect(field).toHaveCount(0);
  await expect(page.getByText("離島滿 3,000 元免運費。")).toBeVisible();
  await page.getByRole("button", { name: "發布", exact: true }).click();
  await expect(page.getByText("回答中")).toBeVisible({ timeout: 30_000 });
  const answer = await post("message", { token: team.bot.token, message: "離島運費多少？" });
  expect(await answer.text()).toContain("免運費");
});

test("a file that changed answers with its new state once that is published", async ({
  app,
  team,
  pageOf,
  post,
}) => {
  test.setTimeout(120_000);
  const content = "珍珠奶茶一杯 60 元。";
  const sent = await addFile(app.baseUrl, { bot: team.bot, by: team.owner, name: "飲料.txt", content });
  const { id } = await sent.json();
  const ask = async () => {
    const answer = await post("message", { token: team.bot.token, message: "珍珠奶茶一杯多少錢？" });
    return await answer.text();
  };
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/knowledge/files/${id}`);
  await page.getByRole("button", { name: "發布", exact: true }).click({ timeout: 30_000 });
  await expect(page.getByText("回答中")).toBeVisible({ timeout: 30_000 });
  await page.getByLabel("上傳新版").setInputFiles({
    name: "飲料 2.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("珍珠奶茶一杯 65 元。"),
  });
  await expect(page.getByText("這是《飲料.txt》的新版。")).toBeVisible();
  await expect(page.getByText("珍珠奶茶一杯 65 元。")).toBeVisible({ timeout: 30_000 });
  expect(await ask()).toContain("60 元");
  await page.getByRole("button", { name: "發布", exact: true }).click();
  await expect(page.getByText("回答中")).toBeVisible({ timeout: 30_000 });
  expect(await ask()).toContain("65 元");
  await page.goto(`/bots/${team.bot.id}/knowledge`);
  await expect(page.getByText("1 份文件", { exact: true })).toBeVisible();
});

test("a text whose characters came out wrong is read again in the encoding that its owner picks", async ({
  team,
  pageOf,
}) => {
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/knowledge`);
  await page.locator("input[type=file]").setInputFiles({
    name: "公告.txt",
    mimeType: "text/plain",
    buffer: iconv.encode("開", "gb18030"),
  });
  await page.getByRole("link", { name: "公告.txt" }).click();
  await expect(page.getByText("等你看過")).toBeVisible({ timeout: 30_000 });
  await page.getByLabel("文字編碼").selectOption({ label: "GB18030（簡體中文）" });
  await page.getByRole("button", { name: "再讀一次" }).click();
  await expect(page.getByRole("main").getByText("開", { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "移除" }).click();
  await page.waitForURL(/\/knowledge$/);
  await expect(page.getByRole("link", { name: "公告.txt" })).toHaveCount(0);
});

test("what can't be read says why and what to do, and nothing of it answers", async ({
  app,
  team,
  pageOf,
}) => {
  test.setTimeout(120_000);
  const bombs: [name: string, content: Buffer, said: string][] = [
    ["假的.pdf", Buffer.from("<!doctype html><html><body>請登入</body></html>"), "內容卻是網頁"],
    ["空的.docx", Buffer.alloc(0), "檔案是空的"],
    ["炸彈.zip", zipFile([{ name: "a.txt", content: Buffer.alloc(70_000_000) }]), "解開後太大"],
    ["一張圖.txt", Buffer.from("89504e470d0a1a0a0000", "hex"), "這是圖片"],
    ["壞的.xlsx", price.subarray(0, 300), "檔案壞了"],
  ];
  for (const [name, content] of bombs) {
    const sent = await addFile(app.baseUrl, {
      bot: team.bot,
      by: team.owner,
      name,
      content: new Uint8Array(content),
    });
    expect(sent.status).toBe(201);
  }
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/knowledge`);
  for (const [name, , said] of bombs)
    await expect(row(page, name).getByText(said)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "移除：炸彈.zip" }).click();
  await expect(page.getByRole("link", { name: "炸彈.zip" })).toHaveCount(0);
  await expect(page.getByText("還沒有文件。")).toBeVisible();
});

test("a file is refused that is too large, has no name, or comes from elsewhere", async ({ app, team }) => {
  const put = (name: string, headers: Record<string, string> = {}) =>
    addFile(app.baseUrl, { bot: team.bot, by: team.owner, name, content: "退貨" }, headers);
  expect((await put("")).status).toBe(400);
  expect((await put("a/")).status).toBe(400);
  expect((await put("a.txt", { origin: "https://evil.example.com" })).status).toBe(403);
  expect((await put("a.txt", { "sec-fetch-site": "cross-site" })).status).toBe(403);
  const elsewhere = await fetch(`${app.baseUrl}/api/bots/${team.bot.id}/files?name=a.txt&as=somebody/else`, {
    method: "PUT",
    headers: { cookie: team.owner.cookie },
    body: "退貨",
  });
  expect([elsewhere.status, await elsewhere.json()]).toEqual([
    409,
    { error: "conflict", reason: "acts_elsewhere" },
  ]);
  expect(await sayLength(app.baseUrl, team, 200 * 1024 * 1024)).toEqual([
    400,
    { error: "invalid_input", reason: "file_too_large" },
  ]);
  const evil = await put("../../etc/../<b>密碼.txt");
  expect(evil.status).toBe(201);
  const { id } = await evil.json();
  const html = await fetch(`${app.baseUrl}/bots/${team.bot.id}/knowledge/files/${id}`, {
    headers: { cookie: team.owner.cookie },
  });
  expect(await html.text()).toContain("&lt;b&gt;密碼.txt");
});

/** Drops files on the page, as a hand does. */
async function dropFiles(page: Page, files: Record<string, Buffer>): Promise<void> {
  const named = Object.entries(files).map(([name, content]) => ({
    name,
    base64: content.toString("base64"),
  }));
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, named);
  await page.dispatchEvent("main", "dragover", { dataTransfer: data });
  await expect(page.getByText("放開就上傳")).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
}

type Asker = { bot: { id: string }; owner: { cookie: string } };

/** What is answered to a file that says how long it is, before any of it has come. */
function sayLength(
  baseUrl: string,
  { bot, owner }: Asker,
  length: number,
): Promise<[number | undefined, unknown]> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${baseUrl}/api/bots/${bot.id}/files?name=a.pdf`, {
      method: "PUT",
      headers: { cookie: owner.cookie, "content-length": length },
    });
    request.once("error", reject);
    request.once("response", (response) => {
      let text = "";
      response.on("data", (piece) => {
        text += piece;
      });
      response.once("end", () => {
        request.destroy();
        resolve([response.statusCode, JSON.parse(text)]);
      });
    });
    request.flushHeaders();
  });
}
