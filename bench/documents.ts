import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { callAction } from "@/e2e/support/call-action";
import { startServerProcess } from "@/e2e/support/servers/server-process";
import { signInByHttp } from "@/e2e/support/sign-in-by-http";
import { documentLimits } from "@/lib/knowledge/documents/document-limits";
import { middle } from "./support/middle";
import { prepareBot } from "./support/prepare-bot";

// npm run bench:documents [-- --quick]
// A bot with as many documents as it may have, on embedded parts, over HTTP: how long its list takes and how heavy it
// is, in each order and filter; how long one document takes to save; and until a visitor's next question is answered
// from what was saved.
const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const documents = values.quick ? 120 : documentLimits.documentsInBot;
const rounds = values.quick ? 3 : 15;
/** Milliseconds, and bytes of HTML. */
const bars = { save: 300, answer: 2_000, html: 60_000 };

const dataDir = await mkdtemp(path.join(tmpdir(), "dawen-bench-"));
const environment = { DATA_DIR: dataDir, TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "warn" };
const token = await prepareBot(environment, Number.POSITIVE_INFINITY, documents - 1);
const server = startServerProcess(environment);
let isWithin = false;
try {
  isWithin = await run(await server.ready);
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(isWithin || values.quick ? 0 : 1);

async function run(baseUrl: string): Promise<boolean> {
  const demo = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  const cookie = await signInByHttp(baseUrl, demo.owner);
  const bots = await (await fetch(`${baseUrl}/bots`, { headers: { cookie } })).text();
  const botId = /\/bots\/([0-9a-f-]{36})/.exec(bots)?.[1] ?? "";
  const headers = { cookie };
  let isWithin = true;
  const note = (line: string, value: number, bar: number) => {
    if (value > bar) isWithin = false;
    console.log(`${line} (bar ${bar})${value > bar ? ": MISSED" : ""}`);
  };
  for (const address of [
    "",
    "page=40",
    "sort=title",
    "sort=quoted",
    "state=unquoted",
    "kind=text",
    "q=烏龍",
    "q=沒有這個",
  ]) {
    const times: number[] = [];
    let html = Buffer.alloc(0);
    for (let round = 0; round < rounds; round++) {
      const since = performance.now();
      const response = await fetch(`${baseUrl}/bots/${botId}/knowledge?${address}`, { headers });
      html = Buffer.from(await response.arrayBuffer());
      times.push(performance.now() - since);
      if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    }
    note(
      `list ?${address}: median ${middle(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms, ` +
        `${html.length} bytes, ${gzipSync(html).length} gzip`,
      html.length,
      bars.html,
    );
  }
  const form = { botId, title: "保固條款", content: "保固期間是零個月。" };
  const made = await callAction(baseUrl, "createDocumentAction", { form, headers, ids: { botId } });
  const documentId = /"documentId":"([0-9a-f-]{36})"/.exec(made.text)?.[1] ?? "";
  let baseVersion = "1";
  const saves: number[] = [];
  const answers: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const since = performance.now();
    const saved = await callAction(baseUrl, "updateDocumentAction", {
      form: {
        botId,
        documentId,
        title: "保固條款",
        content: `茶壺的保固期間是 ${round + 20} 個月。`,
        baseVersion,
      },
      headers,
      ids: { botId, documentId },
    });
    saves.push(performance.now() - since);
    baseVersion = /"number":(\d+)/.exec(saved.text)?.[1] ?? "";
    if (saved.code !== "done") throw new Error(`saving answered ${saved.status} ${saved.code}`);
    const asked = performance.now();
    const answer = await fetch(`${baseUrl}/api/widget/message`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": `10.1.${round}.1` },
      body: JSON.stringify({ token, message: "茶壺的保固期間多久？" }),
    });
    const text = await answer.text();
    answers.push(performance.now() - asked);
    if (!text.includes(`${round + 20} 個月`))
      throw new Error(`the answer is not the new one: ${text.slice(0, 300)}`);
  }
  note(
    `save: median ${middle(saves).toFixed(0)} ms, longest ${Math.max(...saves).toFixed(0)} ms`,
    Math.max(...saves),
    bars.save,
  );
  note(
    `the next question: median ${middle(answers).toFixed(0)} ms, longest ${Math.max(...answers).toFixed(0)} ms`,
    Math.max(...answers),
    bars.answer,
  );
  return isWithin;
}
