import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { z } from "zod";
import type { Widget, WidgetServer } from "./widget-server";

/** What a widget adds to a page that nobody chats on, and what a chat on it adds; times in ms on the throttled CPU. */
export interface Visit {
  /**
   * What the main thread's tasks took of the CPU beyond 50 ms each, from the script's coming until the page is quiet.
   */
  blocking: number;
  /** What all of them took. */
  work: number;
  /** JS heap in use after a collection, in bytes: with the widget at rest, then with an answered chat. */
  heap: number;
  heapInChat: number;
  nodes: number;
  nodesInChat: number;
  /** From the click (the event's own time) to the frame with the panel in it. */
  clickToPaint: number;
  cls: number;
}

const CPU_SLOWDOWN = 4;
/** 1.6 Mbps and 150 ms: Lighthouse's "slow 4G". */
const SLOW_NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const QUIET_MS = 1_000;
const HOSTS: Record<Widget, string> = { product: "dawen-widget", floor: "floor-widget" };

/**
 * Loads a page in a browser that never saw it and lets it come to rest; then a widget's script comes in, as a tag
 * manager would bring it, and there is a chat. So what is counted is what the widget adds: a page's own tasks vary by
 * more.
 */
export async function visitPage(browser: Browser, server: WidgetServer, widget: Widget): Promise<Visit> {
  return onFreshPage(browser, server, async (page, cdp) => {
    const host = HOSTS[widget];
    await cdp.send("Performance.enable");
    await page.goto(server.address("bare"), { waitUntil: "load" });
    // Playwright's own scripts, which weigh more than a widget, come in before anything is weighed.
    await page.locator("h1").boundingBox();
    await page.getByText("山茶行").first().waitFor();
    await page.waitForFunction(() => true);
    await rest(page);
    const bare = await weigh(cdp);
    const tasks = await traceTasks(cdp, async () => {
      await page.evaluate(includeScript, server.include(widget));
      await rest(page);
    });
    const atRest = await weigh(cdp);
    const clickToPaint = await clickLauncher(page, host);
    await reachField(page, host);
    await page.keyboard.insertText("可以退貨嗎?");
    await ask(page, host);
    await rest(page);
    const inChat = await weigh(cdp);
    return {
      blocking: sumOf(tasks.map((ms) => Math.max(0, ms - 50))),
      work: sumOf(tasks),
      heap: atRest.heap - bare.heap,
      heapInChat: inChat.heap - bare.heap,
      nodes: atRest.nodes - bare.nodes,
      nodesInChat: inChat.nodes - bare.nodes,
      clickToPaint,
      cls: await page.evaluate(readShifts),
    };
  });
}

/** Milliseconds from the start of the navigation to the frame with the launcher in it, with nothing cached. */
export async function timeLauncher(
  browser: Browser,
  server: WidgetServer,
  widget: Widget,
  network: "fast" | "slow",
): Promise<number> {
  return onFreshPage(browser, server, async (page, cdp) => {
    await cdp.send("Network.enable");
    if (network === "slow") await cdp.send("Network.emulateNetworkConditions", SLOW_NETWORK);
    await page.addInitScript(meetLauncher, HOSTS[widget]);
    await page.goto(server.address(widget), { waitUntil: "commit" });
    return readWhenThere(page, "launcherAt");
  });
}

/**
 * The addresses a browser asks for: before the launcher is on the page, until the chat can be used, until it is
 * answered.
 */
export async function listRequests(browser: Browser, server: WidgetServer) {
  return onFreshPage(browser, server, async (page) => {
    const all: string[] = [];
    page.on("request", (request) => all.push(request.url()));
    const host = HOSTS.product;
    await page.addInitScript(meetLauncher, host);
    await page.goto(server.address("product"), { waitUntil: "load" });
    const attachedAt = await readWhenThere(page, "launcherAttachedAt");
    await rest(page);
    const untilLauncher = await page.evaluate(
      (time) => performance.getEntriesByType("resource").filter(({ startTime }) => startTime < time).length,
      attachedAt,
    );
    await clickLauncher(page, host);
    await reachField(page, host);
    const untilUsable = [...all];
    await page.keyboard.insertText("可以退貨嗎?");
    await ask(page, host);
    await rest(page);
    return { untilLauncher, untilUsable, all };
  });
}

async function onFreshPage<T>(
  browser: Browser,
  server: WidgetServer,
  run: (page: Page, cdp: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-TW" });
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(`  ${error}`));
    const cdp = await context.newCDPSession(page);
    // The renderer of the customer's origin is up: its start is not what is measured.
    await page.goto(server.address("blank"));
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    return await run(page, cdp);
  } finally {
    await context.close();
  }
}

const traced = z.object({ name: z.string(), pid: z.number(), tid: z.number(), tdur: z.number().optional() });

/**
 * The CPU milliseconds of each task of the page's main thread while `run` runs; what else the machine does meanwhile is
 * not in them.
 */
async function traceTasks(cdp: CDPSession, run: () => Promise<void>): Promise<number[]> {
  const events: z.infer<typeof traced>[] = [];
  cdp.on("Tracing.dataCollected", ({ value }) => {
    for (const one of value) {
      const event = traced.safeParse(one).data;
      if (event) events.push(event);
    }
  });
  const traceConfig = {
    includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline"],
    excludedCategories: ["*"],
  };
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig });
  await run();
  const complete = new Promise((resolve) => cdp.once("Tracing.tracingComplete", resolve));
  await cdp.send("Tracing.end");
  await complete;
  const main = events.findLast(({ name }) => name === "UpdateLayoutTree");
  return events
    .filter(({ name, pid, tid }) => name === "RunTask" && pid === main?.pid && tid === main?.tid)
    .map(({ tdur = 0 }) => tdur / 1000);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

async function rest(page: Page): Promise<void> {
  const count = () => page.evaluate(() => performance.getEntriesByType("resource").length);
  for (let [before, now] = [-1, 0]; before !== now; [before, now] = [now, await count()]) {
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await sleep(QUIET_MS);
  }
}

async function clickLauncher(page: Page, host: string): Promise<number> {
  const box = await page.locator(`${host} .launcher`).boundingBox();
  if (!box) throw new Error(`${host} shows no launcher`);
  await page.evaluate(meetPanel, host);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await sleep(200);
  await page.mouse.down();
  await page.mouse.up();
  return readWhenThere(page, "clickToPaint");
}

/** Waits until a visitor could type, with the caret in the field. */
async function reachField(page: Page, host: string): Promise<void> {
  await page.waitForFunction((name) => {
    const field = document.querySelector(name)?.shadowRoot?.querySelector("textarea");
    field?.focus();
    return field?.checkVisibility() && !field.disabled;
  }, host);
}

async function ask(page: Page, host: string): Promise<void> {
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    (name) => document.querySelector(name)?.shadowRoot?.textContent?.includes("運費由我們出"),
    host,
  );
}

async function weigh(cdp: CDPSession) {
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("HeapProfiler.collectGarbage");
  const metrics = await readMetrics(cdp);
  return { heap: read(metrics, "JSHeapUsedSize"), nodes: read(metrics, "Nodes") };
}

async function readMetrics(cdp: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

function read(metrics: Map<string, number>, name: string): number {
  const value = metrics.get(name);
  if (value === undefined) throw new Error(`the browser has no ${name}`);
  return value;
}

async function readWhenThere(page: Page, name: string): Promise<number> {
  await page.waitForFunction((one) => Reflect.has(window, one), name, { polling: 100 });
  return Number(await page.evaluate((one) => Reflect.get(window, one), name));
}

// These run in the page. A message posted in a frame's callback arrives when that frame has been drawn.

/** In a task of its own: the one that calls this is the bench's. */
function includeScript({ src, token }: { src: string; token: string }): void {
  const script = document.createElement("script");
  script.src = src;
  script.dataset.token = token;
  setTimeout(() => document.body.append(script));
}

function meetLauncher(host: string): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(host)) return;
    observer.disconnect();
    Reflect.set(window, "launcherAttachedAt", performance.now());
  });
  observer.observe(document, { childList: true, subtree: true });
  const look = () => {
    const launcher = document.querySelector(host)?.shadowRoot?.querySelector(".launcher");
    if (!launcher?.getBoundingClientRect().width || !launcher.checkVisibility({ visibilityProperty: true })) {
      return requestAnimationFrame(look);
    }
    const drawn = new MessageChannel();
    drawn.port1.onmessage = () => Reflect.set(window, "launcherAt", performance.now());
    drawn.port2.postMessage(0);
  };
  requestAnimationFrame(look);
}

function meetPanel(host: string): void {
  addEventListener(
    "click",
    ({ timeStamp }) => {
      const look = () => {
        const panel = document.querySelector(host)?.shadowRoot?.querySelector("[role=dialog]");
        if (!panel?.getBoundingClientRect().height) return requestAnimationFrame(look);
        const drawn = new MessageChannel();
        drawn.port1.onmessage = () => Reflect.set(window, "clickToPaint", performance.now() - timeStamp);
        drawn.port2.postMessage(0);
      };
      requestAnimationFrame(look);
    },
    { capture: true, once: true },
  );
}

/** Observers get what happened before them, too. */
async function readShifts(): Promise<number> {
  const shifts = await new Promise<PerformanceEntryList>((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries())).observe({
      type: "layout-shift",
      buffered: true,
    });
    setTimeout(() => resolve([]), 300);
  });
  return shifts
    .map((one) => (Reflect.get(one, "hadRecentInput") ? 0 : Number(Reflect.get(one, "value"))))
    .reduce((total, one) => total + one, 0);
}
