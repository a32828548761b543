#!/usr/bin/env node
/**
 * Puts a folder of Markdown and text files into a Dawen bot, and sends only what changed. One file, Node 20 or newer,
 * nothing to install. It keeps no state: the server says what is there, so a run that broke off is begun again.
 *
 *   DAWEN_URL=https://chat.example.com DAWEN_KEY=dwk_… node dawen.mjs push ./docs --bot BOT_ID
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

const atOnce = 4;
const attempts = 6;
const requestMs = 60_000;
const limits = { id: 200, title: 120, content: 200_000 };
const endings = [".md", ".markdown", ".txt"];

const isChinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "");
const words = isChinese
  ? {
      usage: `用法：node dawen.mjs push 資料夾 --bot 機器人編號 [選項]

  --url 網址      伺服器；也可以放在 DAWEN_URL
  --prefix 字     加在每個編號前面，例如 shop/；幾個資料夾放同一個機器人時用
  --delete        資料夾裡沒有的，也從機器人刪掉（進回收桶 30 天）
  --dry-run       只說會做什麼

金鑰放在環境變數 DAWEN_KEY，需要 knowledge:write。`,
      noKey: "請把金鑰放在環境變數 DAWEN_KEY。擁有者在「團隊 → API 金鑰」新增。",
      noUrl: "請用 --url 或 DAWEN_URL 說伺服器在哪裡，例如 https://chat.example.com。",
      noFiles: (folder) => `${folder} 裡沒有 .md、.markdown、.txt 檔，什麼都沒有做。`,
      noFolder: (folder) => `打不開資料夾 ${folder}。`,
      plan: (n) => `${n.all} 個檔案：新增或更新 ${n.send}，沒變 ${n.same}，刪除 ${n.gone}，不能用 ${n.bad}`,
      progress: (done, all) => `已完成 ${done}／${all}`,
      waiting: (s) => `伺服器請我們等 ${s} 秒`,
      empty: "是空的，沒有放",
      notText: "不是 UTF-8 文字，沒有放",
      longId: "路徑超過 200 字，沒有放",
      long: (n) => `有 ${n.toLocaleString()} 字，一份最多 200,000 字，請分成幾份`,
      done: (n, s) =>
        `完成，${s} 秒：新增 ${n.created}，更新 ${n.updated}，復原 ${n.restored}，沒變 ${n.unchanged}，刪除 ${n.deleted}，失敗 ${n.failed}`,
      dry: "這是預演，什麼都沒有送。",
      interrupted: "中斷了。再跑一次就會接著做。",
      unreachable: (why) => `連不上伺服器（${why}），再跑一次就會接著做。`,
      put: "放",
      drop: "刪",
    }
  : {
      usage: `Usage: node dawen.mjs push FOLDER --bot BOT_ID [options]

  --url URL       the server; or set DAWEN_URL
  --prefix TEXT   before each id, such as shop/; for several folders in one bot
  --delete        deletes from the bot what the folder lacks (30 days in the bin)
  --dry-run       only says what it would do

The key is in DAWEN_KEY and needs knowledge:write.`,
      noKey: "Put the key into DAWEN_KEY. Owners make keys at Team → API keys.",
      noUrl: "Say where the server is with --url or DAWEN_URL, such as https://chat.example.com.",
      noFiles: (folder) => `${folder} has no .md, .markdown or .txt files, so nothing was done.`,
      noFolder: (folder) => `The folder ${folder} can’t be opened.`,
      plan: (n) =>
        `${n.all} files: ${n.send} to send, ${n.same} unchanged, ${n.gone} to delete, ${n.bad} unusable`,
      progress: (done, all) => `${done} of ${all} done`,
      waiting: (s) => `The server asks us to wait ${s} s`,
      empty: "is empty and was left out",
      notText: "isn’t UTF-8 text and was left out",
      longId: "has a path over 200 characters and was left out",
      long: (n) => `has ${n.toLocaleString()} characters; a document has 200,000 at most: split it`,
      done: (n, s) =>
        `Done in ${s} s: ${n.created} created, ${n.updated} updated, ${n.restored} restored, ${n.unchanged} unchanged, ${n.deleted} deleted, ${n.failed} failed`,
      dry: "A dry run: nothing was sent.",
      interrupted: "Interrupted. Run it again and it goes on.",
      unreachable: (why) => `The server can’t be reached (${why}). Run it again and it goes on.`,
      put: "put",
      drop: "delete",
    };

/** What ends the run, with a sentence for who started it. */
class Stop extends Error {
  isStop = true;

  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

const stopping = new AbortController();
let shownProgress = "";

process.once("SIGINT", () => stopping.abort());
process.once("SIGTERM", () => stopping.abort());
try {
  process.exitCode = await main();
} catch (error) {
  endProgress();
  if (stopping.signal.aborted) console.error(words.interrupted);
  else if (error.isStop) console.error(error.message);
  else throw error;
  process.exitCode = stopping.signal.aborted ? 130 : error.code;
}

async function main() {
  const { server, folder, bot, prefix, isDry, deletes } = readOptions();
  const since = Date.now();
  const files = await readFiles(folder, prefix);
  if (files.length === 0) throw new Stop(words.noFiles(folder));
  const known = new Map();
  for await (const one of listDocuments(server, bot)) known.set(one.external_id, one.hash);

  const bad = files.filter(({ fault }) => fault);
  const usable = files.filter(({ fault }) => !fault);
  const send = usable.filter(({ id, hash }) => known.get(id) !== hash);
  const here = new Set(files.map(({ id }) => id));
  const gone = deletes ? [...known.keys()].filter((id) => id.startsWith(prefix) && !here.has(id)) : [];
  for (const { id, fault } of bad) console.error(`! ${id} ${fault}`);
  const same = usable.length - send.length;
  console.log(words.plan({ all: files.length, send: send.length, same, gone: gone.length, bad: bad.length }));
  if (isDry) {
    for (const { id } of send) console.log(`  ${words.put} ${id}`);
    for (const id of gone) console.log(`  ${words.drop} ${id}`);
    console.log(words.dry);
    return bad.length > 0 ? 1 : 0;
  }

  const count = { created: 0, updated: 0, restored: 0, unchanged: same, deleted: 0, failed: bad.length };
  const work = [
    ...send.map((file) => async () => {
      const result = await put(server, bot, file);
      count[result] += 1;
    }),
    ...gone.map((id) => async () => {
      await request(server, "DELETE", documentPath(bot, id));
      count.deleted += 1;
    }),
  ];
  let done = 0;
  await runAll(work, (error) => {
    if (error) {
      count.failed += 1;
      endProgress();
      console.error(`! ${error.message}`);
    }
    showProgress(words.progress(++done, work.length), done === work.length || done % 50 === 0);
  });
  endProgress();
  console.log(words.done(count, ((Date.now() - since) / 1000).toFixed(1)));
  return count.failed > 0 ? 1 : 0;
}

function readOptions() {
  const options = {
    bot: { type: "string" },
    url: { type: "string" },
    prefix: { type: "string", default: "" },
    "dry-run": { type: "boolean", default: false },
    delete: { type: "boolean", default: false },
  };
  let parsed;
  try {
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Stop(`${error.message}\n\n${words.usage}`, 2);
  }
  const { values, positionals } = parsed;
  const [command, folder, ...rest] = positionals;
  if (command !== "push" || !folder || rest.length > 0 || !values.bot) throw new Stop(words.usage, 2);
  const key = process.env.DAWEN_KEY;
  if (!key) throw new Stop(words.noKey, 2);
  const url = values.url ?? process.env.DAWEN_URL;
  if (!url || !URL.canParse(url)) throw new Stop(words.noUrl, 2);
  return {
    server: { url: url.replace(/\/+$/, ""), key: key.trim() },
    ...{ folder, bot: values.bot, prefix: values.prefix.normalize("NFC") },
    ...{ isDry: values["dry-run"], deletes: values.delete },
  };
}

/** Every file of the folder as the document that it becomes; one that can't be one says why in `fault`. */
async function readFiles(folder, prefix) {
  const found = [];
  const walk = async (at) => {
    const entries = await readdir(path.join(folder, at), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const name = path.join(at, entry.name);
      if (entry.isDirectory()) await walk(name);
      else if (entry.isFile() && endings.includes(path.extname(name).toLowerCase())) found.push(name);
    }
  };
  await walk("").catch(() => {
    throw new Stop(words.noFolder(folder));
  });
  return Promise.all(found.map((name) => readDocument(folder, name, prefix)));
}

async function readDocument(folder, name, prefix) {
  const id = prefix + name.split(path.sep).join("/").normalize("NFC");
  if ([...id].length > limits.id) return { id, fault: words.longId };
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path.join(folder, name)));
  } catch {
    return { id, fault: words.notText };
  }
  const { title: named, content } = withoutFrontMatter(text);
  if (content.trim() === "") return { id, fault: words.empty };
  const length = [...content].length;
  if (length > limits.content) return { id, fault: words.long(length) };
  const heading = /^#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/m.exec(content)?.[1];
  const fileName = path.basename(name, path.extname(name));
  const title = [...(named || heading || fileName).trim()].slice(0, limits.title).join("");
  return { id, title, content, hash: createHash("sha256").update(`${title}\n${content}`).digest("hex") };
}

/** The title that a file's front matter names, and its text without it. */
function withoutFrontMatter(text) {
  const plain = text.replace(/\r\n?/g, "\n");
  const end = plain.startsWith("---\n") ? plain.indexOf("\n---\n", 3) : -1;
  if (end === -1) return { title: "", content: plain };
  const title = /^title:[ \t]*(.+)$/m.exec(plain.slice(0, end + 1))?.[1] ?? "";
  return { title: title.replace(/^(["'])(.*)\1$/, "$2"), content: plain.slice(end + 5) };
}

async function* listDocuments(server, bot) {
  let cursor = null;
  do {
    const query = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await request(server, "GET", `/bots/${encodeURIComponent(bot)}/documents?limit=200${query}`);
    yield* page.data;
    cursor = page.next_cursor;
  } while (cursor !== null);
}

async function put(server, bot, { id, title, content }) {
  const { result } = await request(server, "PUT", documentPath(bot, id), { title, content });
  return result;
}

function documentPath(bot, id) {
  return `/bots/${encodeURIComponent(bot)}/documents/${encodeURIComponent(id)}`;
}

/** Runs the work, some of it at once; `onEnd` hears of each, what stops everything is thrown. */
async function runAll(work, onEnd) {
  const waiting = work.values();
  const runSome = async () => {
    for (const one of waiting) {
      stopping.signal.throwIfAborted();
      try {
        await one();
        onEnd();
      } catch (error) {
        if (error.isStop || stopping.signal.aborted) throw error;
        onEnd(error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runSome));
}

/** One request, tried again while the server or the line is away: what it asks for may be done twice. */
async function request(server, method, where, body) {
  for (let attempt = 1; ; attempt++) {
    const { response, fault } = await ask(server, method, where, body);
    if (response?.ok) return response.status === 204 ? null : await response.json();
    // What isn't there any more needs no deleting: the answer to a first try may have been lost.
    if (method === "DELETE" && response?.status === 404) return null;
    const isBusy = response?.status === 429;
    const isAway = response === undefined || response.status >= 500;
    if (!isBusy && !isAway) throw await refusalOf(response, where);
    if (!isBusy && attempt >= attempts)
      throw new Stop(response ? (await refusalOf(response, where)).message : words.unreachable(fault));
    const seconds = isBusy ? Number(response.headers.get("retry-after")) || 1 : 2 ** (attempt - 1) / 2;
    await response?.arrayBuffer().catch(() => {});
    if (seconds >= 5) showProgress(words.waiting(seconds), true);
    await sleep(seconds * 1000, undefined, { signal: stopping.signal });
  }
}

async function ask({ url, key }, method, where, body) {
  try {
    const response = await fetch(`${url}/api/v1${where}`, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        "Accept-Language": isChinese ? "zh-TW" : "en",
        ...(body && { "Content-Type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: "error",
      signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(requestMs)]),
    });
    return { response };
  } catch (error) {
    stopping.signal.throwIfAborted();
    return { fault: error.cause?.code ?? error.name };
  }
}

/** A problem as a sentence; what the next file would meet too ends the run. */
async function refusalOf(response, where) {
  const problem = await response.json().catch(() => ({}));
  const fields = (problem.errors ?? []).map(({ field, detail }) => `${field}: ${detail}`);
  const said = [problem.title ?? `HTTP ${response.status}`, problem.detail, ...fields]
    .filter(Boolean)
    .join(" ");
  const isOfAll = [401, 403, 404].includes(response.status);
  if (isOfAll) return new Stop(said);
  const id = decodeURIComponent(where.split("/").at(-1) ?? "");
  return new Error(`${id}: ${said}`);
}

function showProgress(text, isLine) {
  if (process.stdout.isTTY) {
    process.stdout.write(`\r\x1b[K${text}`);
    shownProgress = text;
  } else if (isLine) console.log(text);
}

function endProgress() {
  if (shownProgress !== "") process.stdout.write("\n");
  shownProgress = "";
}
