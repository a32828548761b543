import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import type { Bot, Fault } from "../hosts/api.mjs";
import { expect, test } from "./fixtures";
import { addVisitor } from "./visitor";

// Random conversations on a bad day, each ending on a good one: no message is lost, none arrives twice.
// A failure names its seed: WIDGET_SEED=<seed> plays that one alone.
// WIDGET_SEQUENCES=1000 plays a thousand; so many take ten minutes on two cores.
const SEQUENCES = Number(process.env.WIDGET_SEQUENCES ?? 150);
const AT_ONCE = 50;
const only = process.env.WIDGET_SEED;
const WORDS: [string, ...string[]] = [
  "可以退貨嗎",
  "運費多少",
  "在嗎",
  "茶葉怎麼保存",
  "hello",
  "𠮷野家",
  "👋",
  "謝謝",
];

type Trouble = "429" | "500" | "reset" | "lost" | "late" | "never";

type Step =
  | { do: "type" | "compose" | "enter-while-composing" | "send-while-composing"; text: string }
  | { do: "enter" | "button" | "close" | "offline" | "online" | "switch" | "leave" | "reload" | "release" }
  | { do: "retry"; which: number }
  | { do: "wait"; ms: number }
  | { do: "trouble"; kind: Trouble; times: number };

interface Tab {
  page: Page;
  ime: CDPSession;
  isThere: boolean;
}

interface Play {
  bot: Bot;
  address: string;
  context: BrowserContext;
  tabs: [Tab, Tab];
  /** What the widget took from its visitor. */
  submitted: string[];
}

test.use({ trace: "off", viewport: { width: 640, height: 600 } });
test.describe.configure({ timeout: 600_000 });

for (let first = 1; first <= SEQUENCES; first += AT_ONCE) {
  const last = first + AT_ONCE - 1;
  if (only && !(Number(only) >= first && Number(only) <= last)) continue;
  test(`sequences ${first} to ${last}`, async ({ page, context, api, hosts, faults }) => {
    await context.clock.install();
    let sent: string[] = [];
    await addVisitor(page, (text) => sent.push(text));
    const other = await context.newPage();
    other.on("pageerror", (error) => faults.push(`${error}`));
    other.on("console", (message) => {
      if (message.text().includes("[dawen]")) faults.push(message.text());
    });
    const open = async (one: Page): Promise<Tab> => ({
      page: one,
      ime: await context.newCDPSession(one),
      isThere: false,
    });
    const tabs: [Tab, Tab] = [await open(page), await open(other)];
    for (let seed = first; seed <= last; seed++) {
      if (only && seed !== Number(only)) continue;
      const bot = api.addBot();
      const address = `${hosts.origin}/plain?${new URLSearchParams({ app: api.origin, token: bot.token })}`;
      const steps = createSteps(seed);
      const done: Step[] = [];
      sent = [];
      try {
        await play(steps, done, { bot, address, context, tabs, submitted: sent });
        // The file that comes by itself was on its way when the network went, or the page.
        faults.splice(
          0,
          faults.length,
          ...faults.filter((fault) => !/talk-\w+\.js did not load: /.test(fault)),
        );
        expect(faults).toEqual([]);
      } catch (error) {
        const story = done.map((step) => JSON.stringify(step)).join("\n");
        throw new Error(`WIDGET_SEED=${seed}: ${error instanceof Error ? error.message : error}\n${story}`);
      }
    }
  });
}

async function play(
  steps: Step[],
  done: Step[],
  { bot, address, context, tabs, submitted }: Play,
): Promise<void> {
  const typed: string[] = [];
  let hadOneTab = true;
  const gates: PromiseWithResolvers<void>[] = [];
  let isOnline = true;
  let [tab, otherTab] = tabs;

  const enter = async (one: Tab) => {
    await one.page.goto(address, { waitUntil: "commit" });
    one.isThere = true;
    return one.page.evaluate(() => window.visitor.open());
  };
  const leave = async (one: Tab) => {
    if (one.isThere) await one.page.goto("about:blank");
    one.isThere = false;
  };
  const openPanel = () => tab.page.evaluate(() => window.visitor.open());
  const draft = () => tab.page.evaluate(() => window.visitor.draft());
  const expectKept = ({ before, after }: { before: string; after: string }) =>
    expect(["", before], "a draft is sent or stays").toContain(after);
  const compose = (text: string) =>
    tab.ime.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  const release = () => {
    for (const gate of gates.splice(0)) gate.resolve();
  };

  await enter(tab);
  for (const step of steps) {
    done.push(step);
    if (step.do === "type") {
      typed.push(step.text);
      const { after } = await tab.page.evaluate((text) => window.visitor.type(text), step.text);
      expect(after).toContain(step.text);
    } else if (step.do === "compose" || step.do === "enter-while-composing") {
      typed.push(step.text);
      await openPanel();
      for (const end of [1, 2]) await compose("ㄊㄨㄟˋ".slice(0, end));
      if (step.do !== "compose") {
        const enterKey = { key: "Enter", windowsVirtualKeyCode: 229 };
        await tab.ime.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enterKey });
      }
      await tab.ime.send("Input.insertText", { text: step.text });
      expect(await draft(), "what an input method commits stays in the field").toContain(step.text);
    } else if (step.do === "send-while-composing") {
      typed.push(step.text);
      await openPanel();
      await compose(step.text);
      expectKept(await tab.page.evaluate(() => window.visitor.clickSend()));
    } else if (step.do === "enter") {
      expectKept(await tab.page.evaluate(() => window.visitor.pressEnter()));
    } else if (step.do === "button") {
      expectKept(await tab.page.evaluate(() => window.visitor.clickSend()));
    } else if (step.do === "close") {
      await openPanel();
      await tab.page.evaluate(() => window.visitor.close());
    } else if (step.do === "offline" || step.do === "online") {
      isOnline = step.do === "online";
      await context.setOffline(!isOnline);
    } else if (step.do === "switch") {
      if (!isOnline && !otherTab.isThere) continue;
      [tab, otherTab] = [otherTab, tab];
      hadOneTab = false;
      if (!tab.isThere) await enter(tab);
    } else if (step.do === "leave") {
      await leave(otherTab);
    } else if (step.do === "reload") {
      if (!isOnline) continue;
      await enter(tab);
    } else if (step.do === "retry") {
      await openPanel();
      await tab.page.evaluate((which) => window.visitor.clickRetry(which), step.which);
    } else if (step.do === "wait") {
      await context.clock.fastForward(step.ms);
    } else if (step.do === "release") {
      release();
    } else if (step.do === "trouble") {
      for (let i = 0; i < step.times; i++) bot.faults.push(createFault(step.kind, gates));
    }
  }

  // The calm: the network is there, the server is well, whoever waits is served.
  await context.setOffline(false);
  bot.faults.length = 0;
  release();
  await openPanel();
  if (submitted.length % 2) await leave(otherTab);
  if (!otherTab.isThere && submitted.length % 3) {
    await enter(tab);
  }
  for (const one of tabs.filter(({ isThere }) => isThere)) {
    await one.page.evaluate(() => window.visitor.open());
    let isCalm = false;
    for (let i = 0; i < 20 && !isCalm; i++) {
      isCalm = await one.page.evaluate(() => window.visitor.calmDown());
      if (!isCalm) await context.clock.fastForward(61_000);
    }
    const waits = isCalm ? "" : await one.page.evaluate(() => window.visitor.waits());
    expect(isCalm, `everything is answered in the end${waits}`).toBe(true);
  }

  // Two tabs have one draft between them; of one nothing is lost, and nothing said twice.
  const left = await openPanel();
  const said = [...submitted, left].join(" ");
  if (hadOneTab) {
    for (const text of typed)
      expect(said.split(text.trim()), `${text}is sent or stays, once`).toHaveLength(2);
  }
  const texts = new Map<unknown, unknown>();
  for (const { key, body } of bot.messages) {
    const text = JSON.stringify(body);
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(texts.get(key) ?? text, "one key, one body").toBe(text);
    texts.set(key, text);
  }
  const arrived = [...texts.values()].map((text) => JSON.parse(`${text}`));
  expect(arrived.map(({ message }) => message).toSorted(), "each message arrived once").toEqual(
    submitted.toSorted(),
  );
  expect(new Set(arrived.map((body) => body.chat_id)).size).toBe(submitted.length ? 1 : 0);
  expect([...bot.answered.keys()].toSorted()).toEqual([...texts.keys()].toSorted());
  const expected = [`${bot.config.welcome}`, ...submitted.flatMap((text) => [text, `你問的是「${text}」`])];
  for (const one of tabs.filter(({ isThere }) => isThere)) {
    // One tab's writing reaches another's storage a little later.
    const bubbles = () => one.page.evaluate(() => window.visitor.bubbles());
    await expect
      .poll(async () => (await bubbles()).toSorted(), "each message once, each with one answer")
      .toEqual(expected.toSorted());
  }
  await leave(tabs[1]);
}

function createFault(kind: Trouble, gates: PromiseWithResolvers<void>[]): Fault {
  if (kind === "429") return { status: 429, headers: { "retry-after": "9" } };
  if (kind === "500") return { status: 500 };
  if (kind === "reset") return { reset: true };
  if (kind === "lost") return { loses: true };
  const gate = Promise.withResolvers<void>();
  gates.push(gate);
  return { until: gate.promise, reset: kind === "never" };
}

function createSteps(seed: number): Step[] {
  const next = createRandom(seed);
  const pick = <T>(options: readonly [T, ...T[]]): T =>
    options[Math.floor(next() * options.length)] ?? options[0];
  let typed = 0;
  const text = () => `${pick(WORDS)}${seed}.${++typed} `;
  const makers: [number, () => Step][] = [
    [5, () => ({ do: "type", text: text() })],
    [2, () => ({ do: "compose", text: text() })],
    [2, () => ({ do: "enter-while-composing", text: text() })],
    [1, () => ({ do: "send-while-composing", text: text() })],
    [6, () => ({ do: "enter" })],
    [3, () => ({ do: "button" })],
    [2, () => ({ do: "close" })],
    [2, () => ({ do: "offline" })],
    [3, () => ({ do: "online" })],
    [2, () => ({ do: "switch" })],
    [1, () => ({ do: "leave" })],
    [1, () => ({ do: "reload" })],
    [3, () => ({ do: "retry", which: next() })],
    [2, () => ({ do: "wait", ms: pick([400, 1_500, 10_000, 31_000]) })],
    [2, () => ({ do: "release" })],
    [
      5,
      () => ({
        do: "trouble",
        kind: pick<Trouble>(["429", "500", "reset", "lost", "late", "never"]),
        times: pick([1, 1, 2, 9]),
      }),
    ],
  ];
  const bag = makers.flatMap(([weight, make]) => Array.from({ length: weight }, () => make));
  const length = 8 + Math.floor(next() * 10);
  return Array.from({ length }, () => bag[Math.floor(next() * bag.length)]?.() ?? { do: "enter" });
}

/** Mulberry32: the same numbers from 0 to 1 for the same seed, everywhere. */
function createRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
