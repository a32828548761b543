import { randomBytes } from "node:crypto";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import sharp from "sharp";
import { newClientAddress } from "@/e2e/support/client-address";
import { newContext } from "@/e2e/support/new-context";
import type { App } from "@/e2e/support/servers/app";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { askControlSocket } from "@/server/data-dir/control-socket";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Nobody; the demo's people; who has signed up a moment ago; who has one bot, whose things may be changed at will. */
export type Viewer = "nobody" | "owner" | "agent" | "newcomer" | "keeper";

/** What the screens show: places in the demo's team and in a team that stands here for nothing else. */
export type Stage = {
  signedIn: Record<Viewer, StorageState | undefined>;
  /** Paths of the demo's shop and of one of its documents and chats. */
  bot: string;
  document: string;
  chat: string;
  /** Paths of the keeper's bot and document, and of a bot without documents. */
  ownBot: string;
  ownDocument: string;
  /** It is kept, but answers nothing. */
  offDocument: string;
  /** Files of the keeper's bot: one that was read, one that answers, and one that couldn't be read. */
  ownFile: string;
  publishedFile: string;
  brokenFile: string;
  /** Of a page that nobody can fetch. */
  brokenAddress: string;
  emptyBot: string;
  /** A bot whose documents have what somebody should look at. */
  checkedBot: string;
  invite: string;
  reset: string;
};

const words = getCatalog("zh-TW");
const password = "四個字的密碼-correct-horse";

/** Signs people in and makes what the demo lacks, through the product's own pages. Takes some seconds. */
export async function setStage(browser: Browser, app: App): Promise<Stage> {
  const signIn = async ({ email, password }: { email: string; password: string }) => {
    const page = await newPage(browser, app);
    await page.goto("/sign-in");
    await page.getByLabel(words.auth.email).fill(email);
    await page.locator("input[name=password]").fill(password);
    await page.getByRole("button", { name: words.auth.signIn.submit, exact: true }).click();
    await page.waitForURL((url) => url.pathname !== "/sign-in");
    return page;
  };
  const signUp = async (name: string, teamName: string) => {
    const email = `${randomBytes(6).toString("hex")}@screens.example.com`;
    const page = await newPage(browser, app);
    await page.goto("/sign-up");
    await page.locator("input[name=name]").fill(name);
    await page.locator("input[name=teamName]").fill(teamName);
    await page.locator("input[name=email]").fill(email);
    await page.locator("input[name=password]").fill(password);
    await page.getByRole("button", { name: words.auth.signUp.submit, exact: true }).click();
    await page.waitForURL("**/bots");
    return { page, email };
  };

  await tellDemo(app);
  const [owner, agent, { page: newcomer }, { page: keeper, email }] = await Promise.all([
    signIn(app.demo.owner),
    signIn(app.demo.agent),
    signUp("周雅婷", "大稻埕選物"),
    signUp("吳承翰", "山芽茶行"),
  ]);
  await chooseFace(agent);
  const own = await furnish(keeper);
  const bot = await pathOfLink(owner, "/bots", app.demo.bots[0].name);
  const document = await firstPath(owner, `${bot}/knowledge`, `main th a[href^="${bot}/knowledge/"]`);
  const chat = await firstPath(owner, "/chats?view=waiting", "main a[href^='/chats/']:has-text('王小明')");
  // The keeper's: a second link for one of the demo's people would end that of another stage.
  const answer = await askControlSocket(app.dataDir, "user:reset", { email });
  const pages = { owner, agent, newcomer, keeper };
  const states = await Promise.all(Object.values(pages).map((page) => page.context().storageState()));
  await Promise.all(Object.values(pages).map((page) => page.context().close()));
  return {
    signedIn: {
      nobody: undefined,
      owner: states[0],
      agent: states[1],
      newcomer: states[2],
      keeper: states[3],
    },
    ...{ bot, document, chat, ...own },
    reset: answer?.ok ? new URL(String(answer.result)).pathname : "/reset/none",
  };
}

/** A picture of somebody in front of a wall, which is theirs from then on. */
async function chooseFace(page: Page): Promise<void> {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="512" height="512">
    <rect width="64" height="64" fill="#e9b872"/><circle cx="32" cy="26" r="13" fill="#5b3a29"/>
    <ellipse cx="32" cy="62" rx="23" ry="22" fill="#1f6f6b"/><circle cx="32" cy="29" r="10" fill="#f2cfae"/></svg>`;
  await page.goto("/account");
  await page.locator("input[type=file]").setInputFiles({
    ...{ name: "face.png", mimeType: "image/png", buffer: await sharp(Buffer.from(drawn)).png().toBuffer() },
  });
  await page.getByText(words.account.picture.saved).waitFor();
}

async function newPage(browser: Browser, app: App): Promise<Page> {
  const context = await newContext(browser, {
    baseURL: app.baseUrl,
    locale: "zh-TW",
    extraHTTPHeaders: { "x-forwarded-for": newClientAddress() },
  });
  return context.newPage();
}

async function pathOfLink(page: Page, from: string, name: string): Promise<string> {
  await page.goto(from);
  const href = await page.getByRole("main").getByRole("link", { name, exact: true }).getAttribute("href");
  if (!href) throw new Error(`${from} has no link ${name}`);
  return href;
}

async function firstPath(page: Page, from: string, selector: string): Promise<string> {
  await page.goto(from);
  const href = await page.locator(selector).first().getAttribute("href");
  if (!href) throw new Error(`${from} has no ${selector}`);
  return href.split("?")[0] ?? href;
}

/** Two bots and a deleted one, a document in two versions and a deleted one, and an invitation. */
async function furnish(
  page: Page,
): Promise<
  Pick<Stage, "ownBot" | "ownDocument" | "offDocument" | "emptyBot" | "checkedBot" | "invite" | keyof Files>
> {
  const emptyBot = await createBot(page, "新竹門市");
  const checkedBot = await createBot(page, "茶具出租");
  await addDocument(
    page,
    checkedBot,
    "收費說明",
    "## 租借\n\n茶具組一天租金 350 元，押金另計。\n押金 1,000 元，歸還時退回。\n\n## 優惠\n\n秋季優惠：租兩天送一天，活動至 2025/11/15 止。",
  );
  await addDocument(
    page,
    checkedBot,
    "租借常見問題",
    "問：可以當天取貨嗎？\n答：可以，下午三點前下單。\n\n問：押金多少？\n答：押金 1,500 元，歸還時退回。\n\n問：可以寄到離島嗎？\n答：可以，運費由租用人負擔，歸還時請用原來的箱子，並在寄出前拍照。",
  );
  await addDocument(
    page,
    checkedBot,
    "寄送與歸還",
    "問：可以當天取貨嗎？\n答：不行，最快隔天早上。\n\n問：可以寄到離島嗎？\n答：可以，運費由租用人負擔，歸還時請用原來的箱子，並在寄出之前拍照。",
  );
  const ownBot = await createBot(page, "山芽茶行");
  await addDocument(page, ownBot, "退貨與換貨", "收到商品的隔天起算七天內都能退貨，運費由我們負擔。");
  const ownDocument = new URL(page.url()).pathname;
  await page
    .locator("textarea[name=content]")
    .fill(
      "收到商品的隔天起算七天內都能退貨，運費由我們負擔。\n\n換貨請先打電話，我們把新的寄出去，舊的請物流一起帶回。",
    );
  await page.getByRole("button", { name: words.knowledge.editor.submit, exact: true }).click();
  await page.getByText(words.knowledge.versions.number(2)).first().waitFor();
  await addDocument(page, ownBot, "2025 年中秋價目表", "中秋禮盒一組九百八十元，滿三組免運。");
  const offDocument = new URL(page.url()).pathname;
  for (const tag of ["門市", "季節限定"]) {
    await page.getByRole("button", { name: words.chats.tags.add }).click();
    await page.getByRole("textbox", { name: words.chats.tags.field }).fill(tag);
    await page.getByRole("button", { name: words.chats.tags.submit, exact: true }).click();
    await page.getByRole("button", { name: words.chats.tags.remove(tag) }).waitFor();
    await page.getByRole("button", { name: words.chats.tags.add }).click();
  }
  await page.getByRole("button", { name: words.knowledge.organise.turnOff, exact: true }).click();
  await page.getByText(words.knowledge.organise.offHelp).waitFor();
  await addDocument(page, ownBot, "舊公告", "上個月的事。");
  await page.getByRole("button", { name: words.knowledge.remove.submit }).click();
  await page.waitForURL((url) => url.pathname.endsWith("/knowledge"));
  const files = await addFiles(page, ownBot);
  await page.goto(`${await createBot(page, "收掉的分店")}/settings`);
  await page.locator("input[name=confirmName]").fill("收掉的分店");
  await page.getByRole("button", { name: words.bots.remove.submit }).click();
  await page.waitForURL((url) => url.pathname === "/bots");
  await page.goto("/team");
  await page.locator("input[name=email]").fill("friend@screens.example.com");
  await page.getByRole("button", { name: words.team.invite.submit }).click();
  const invite = new URL((await page.getByRole("alert").locator("code").textContent()) ?? "").pathname;
  return { ownBot, ownDocument, offDocument, ...files, emptyBot, checkedBot, invite };
}

type Files = Pick<Stage, "ownFile" | "publishedFile" | "brokenFile" | "brokenAddress">;

async function addFiles(page: Page, botPath: string): Promise<Files> {
  const texts = {
    "山芽價目表 2026.csv":
      "品名,容量,價格,說明\n高山烏龍,150 克,680 元,冷泡熱泡都可以\n紅玉紅茶,100 克,520 元,有肉桂香\n",
    "出貨公告.txt": "週一到週五下午三點前的訂單，當天寄出。",
    "保固與退換貨條款（掃描）.pdf": "<!doctype html><title>登入</title><body>請先登入",
  };
  await page.goto(`${botPath}/knowledge`);
  await page
    .locator("input[type=file]")
    .setInputFiles(
      Object.entries(texts).map(([name, text]) => ({ name, mimeType: "", buffer: Buffer.from(text) })),
    );
  const pathOf = async (name: string, state: string) => {
    const item = page.getByRole("listitem").filter({ hasText: name });
    await item.getByText(state).waitFor();
    return (await item.getByRole("link").getAttribute("href")) ?? "";
  };
  const { states, publish } = words.knowledge.files;
  const publishedFile = await pathOf("出貨公告", states.read);
  await page.goto(publishedFile);
  await page.getByRole("button", { name: publish, exact: true }).click();
  await page.locator("header").getByText(states.ready).waitFor();
  const brokenAddress = await addAddress(page, botPath);
  await page.goto(`${botPath}/knowledge`);
  return {
    publishedFile,
    brokenAddress,
    ownFile: await pathOf("山芽價目表", states.read),
    brokenFile: await pathOf("保固", states.failed),
  };
}

async function addAddress(page: Page, botPath: string): Promise<string> {
  await page.goto(`${botPath}/knowledge`);
  await page.locator("input[name=address]").fill("http://10.0.0.1/faq");
  await page.getByRole("button", { name: words.knowledge.web.submit, exact: true }).click();
  await page.waitForURL((url) => /\/knowledge\/web\/[0-9a-f-]{36}$/.test(url.pathname));
  await page.locator("header").getByText(words.knowledge.web.states.failed).waitFor();
  return new URL(page.url()).pathname;
}

async function addDocument(page: Page, botPath: string, title: string, content: string): Promise<void> {
  await page.goto(`${botPath}/knowledge/new`);
  await page.locator("input[name=title]").fill(title);
  await page.locator("textarea[name=content]").fill(content);
  await page.getByRole("button", { name: words.knowledge.editor.submit, exact: true }).click();
  await page.waitForURL((url) => /\/knowledge\/[0-9a-f-]{36}$/.test(url.pathname));
}

async function createBot(page: Page, name: string): Promise<string> {
  await page.goto("/bots/new");
  await page.locator("input[name=name]").fill(name);
  await page.getByRole("button", { name: words.bots.create.submit, exact: true }).click();
  await page.waitForURL((url) => /^\/bots\/[0-9a-f-]{36}/.test(url.pathname));
  return new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
}

/** A few visitors of the demo's shop, so that the chats hold what they hold on a usual day. */
async function tellDemo(app: App): Promise<void> {
  const address = newClientAddress();
  const send = async (endpoint: "message" | "contact", chat: string, body: object) => {
    const response = await fetch(`${app.baseUrl}/api/widget/${endpoint}`, {
      method: "POST",
      headers: { "x-forwarded-for": address, origin: "https://wujiao.example.com" },
      body: JSON.stringify({ token: app.demo.bots[0].token, chat_id: `web_5c2ee45${chat}`, ...body }),
    });
    if (!response.ok) throw new Error(`the demo's bot answered ${response.status}`);
  };
  const post = (chat: string, message: string, more: object = {}) =>
    send("message", chat, { message, ...more });
  await post("0a", "你們總統是誰？", { page_url: "https://wujiao.example.com/about" });
  await post("0b", "Do you ship to Japan?", { locale: "en" });
  await post("0c", "可以跟真人說話嗎？", {
    visitor: { name: "王小明", email: "ming@example.com", 會員: "金卡" },
    wants_person: true,
  });
  await post("0d", "可以退貨嗎？", { page_url: "https://wujiao.example.com/cart" });
  await post("0d", "運費多少？");
  await send("contact", "0e", {
    ...{ name: "林怡君", phone: "0912-345-678", email: "yijun@example.com", consent: "zh-TW.1" },
    question: "公司尾牙想訂 60 份茶葉禮盒，可以印上公司的名字嗎？",
  });
  await send("contact", "0f", { email: "guest@example.com", question: "可以開三聯式發票嗎？" });
}
