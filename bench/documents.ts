import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { callAction } from "@/e2e/support/call-action";
import { startServerProcess } from "@/e2e/support/servers/server-process";
import { signInByHttp } from "@/e2e/support/sign-in-by-http";
import { documentLimits } from "@/lib/knowledge/documents/document-limits";
import { middle } from "./support/middle";
import { prepareBot } from "./support/prepare-bot";
import { startStores } from "./support/start-stores";

// npm run bench:documents [-- --quick]
// A bot with as many documents as it may have, over HTTP: how long its list takes and how heavy it is, in each
// order and filter; how long one document takes to save; and until a visitor's next question is answered from it.
// First on embedded parts, then on a PostgreSQL and a Redis where there are such, by two instances: what is saved
// at one is asked of the other.
const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const documents = values.quick ? 120 : documentLimits.documentsInBot;
const rounds = values.quick ? 3 : 15;
/** Milliseconds, and bytes of HTML. */
const bars = { save: 300, answer: 2_000, html: 60_000 };
let isWithin = true;

await runOn("embedded parts", {}, 1);
const stores = values.quick ? null : await startStores();
if (stores) {
  const { databaseUrl: DATABASE_URL, redisUrl: REDIS_URL } = stores;
  const NEXTAUTH_SECRET = "bench-documents-".repeat(3);
  try {
    await runOn("two instances on PostgreSQL", { DATABASE_URL, REDIS_URL, NEXTAUTH_SECRET }, 2);
  } finally {
    await stores.stop();
  }
}
process.exit(isWithin || values.quick ? 0 : 1);

async function runOn(title: string, parts: Record<string, string>, instances: number): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "dawen-bench-"));
  const environment = { DATA_DIR: dataDir, TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "warn", ...parts };
  const since = performance.now();
  const token = await prepareBot(environment, Number.POSITIVE_INFINITY, documents - 1);
  console.log(
    `${title}: ${documents} documents, made in ${((performance.now() - since) / 1_000).toFixed(0)} s`,
  );
  const servers = Array.from({ length: instances }, () => startServerProcess(environment));
  try {
    const [first = "", last = first] = await Promise.all(servers.map(({ ready }) => ready));
    const demo = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
    const cookie = await signInByHttp(first, demo.owner);
    const bots = await (await fetch(`${first}/bots`, { headers: { cookie } })).text();
    const botId = /\/bots\/([0-9a-f-]{36})/.exec(bots)?.[1] ?? "";
    await readLists(first, botId, cookie);
    await saveAndAsk({ first, last, botId, cookie, token });
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function readLists(baseUrl: string, botId: string, cookie: string): Promise<void> {
  const addresses = [
    "",
    "page=40",
    "sort=title",
    "sort=quoted",
    "state=unquoted",
    "kind=text",
    "q=烏龍",
    "q=沒有這個",
  ];
  for (const address of addresses) {
    const times: number[] = [];
    let html = Buffer.alloc(0);
    for (let round = 0; round < Math.min(rounds, 5); round++) {
      const since = performance.now();
      const response = await fetch(`${baseUrl}/bots/${botId}/knowledge?${address}`, { headers: { cookie } });
      html = Buffer.from(await response.arrayBuffer());
      times.push(performance.now() - since);
      if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    }
    note(
      `list ?${address}: ${toWords(times)}, ${html.length} bytes, ${gzipSync(html).length} gzip`,
      html.length,
      bars.html,
    );
  }
}

type Asked = { first: string; last: string; botId: string; cookie: string; token: string };

async function saveAndAsk({ first, last, botId, cookie, token }: Asked): Promise<void> {
  const headers = { cookie };
  const form = { botId, title: "保固條款", content: "保固期間是零個月。" };
  const made = await callAction(first, "createDocumentAction", { form, headers, ids: { botId } });
  const documentId = /"documentId":"([0-9a-f-]{36})"/.exec(made.text)?.[1] ?? "";
  // The first question of a bot reads all its passages.
  await ask(last, token, "100.1");
  let baseVersion = "1";
  const saves: number[] = [];
  const answers: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const content = `茶壺的保固期間是 ${round + 20} 個月。`;
    const since = performance.now();
    const saved = await callAction(first, "updateDocumentAction", {
      form: { botId, documentId, title: "保固條款", content, baseVersion },
      headers,
      ids: { botId, documentId },
    });
    saves.push(performance.now() - since);
    baseVersion = /"number":(\d+)/.exec(saved.text)?.[1] ?? "";
    if (saved.code !== "done") throw new Error(`saving answered ${saved.status} ${saved.code}`);
    const asked = performance.now();
    // Another instance may hear of it a moment later.
    for (let attempt = 1; ; attempt++) {
      const text = await ask(last, token, `${round}.${attempt}`);
      if (text.includes(`${round + 20} 個月`)) break;
      if (performance.now() - asked > bars.answer)
        throw new Error(`the answer is not the new one: ${text.slice(0, 300)}`);
      await sleep(20);
    }
    answers.push(performance.now() - asked);
  }
  note(`save: ${toWords(saves)}`, middle(saves), bars.save);
  note(`the next right answer: ${toWords(answers)}`, Math.max(...answers), bars.answer);
}

async function ask(baseUrl: string, token: string, address: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/api/widget/message`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": `10.1.${address}` },
    body: JSON.stringify({ token, message: "茶壺的保固期間多久？" }),
  });
  return answer.text();
}

function toWords(times: number[]): string {
  return `median ${middle(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`;
}

function note(line: string, value: number, bar: number): void {
  if (value > bar) isWithin = false;
  console.log(`${line} (bar ${bar})${value > bar ? ": MISSED" : ""}`);
}
