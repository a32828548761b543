import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

const PUBLIC = fileURLToPath(new URL("../../public/", import.meta.url));
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, OPTIONS",
  "access-control-allow-headers": "content-type, accept, idempotency-key, dawen-visitor, last-event-id",
  "access-control-expose-headers": "retry-after",
  "access-control-max-age": "600",
};

/** What a new bot looks like. */
const DEFAULT_CONFIG = {
  primary_color: "#00d4ff",
  position: "br",
  bot_name: "AI 智能客服",
  avatar_url: "",
  welcome: "你好,有什麼可以幫你的嗎?",
  placeholder: "請輸入訊息...",
  enabled: true,
};

/**
 * A server that speaks the widget's contract and misbehaves on demand: what the widget does when things go wrong can be
 * tried without a real one. Every bot has its own behaviour, asked for when it is made.
 * Its types stand in api.d.mts.
 */
export async function startApi() {
  const bots = new Map();
  const server = createServer((request, response) => {
    handle(bots, request, response).catch((error) => {
      response.writeHead(500, CORS).end(String(error));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    addBot(config = {}) {
      const bot = {
        token: randomUUID().replaceAll("-", ""),
        config: { ...DEFAULT_CONFIG, ...config },
        isKnown: true,
        pings: [],
        messages: [],
        feedback: [],
        contacts: [],
        files: [],
        fileFaults: [],
        isFeedbackTaken: true,
        configs: 0,
        faults: [],
        answered: new Map(),
        answer: (body) => ({ success: true, reply: `你問的是「${body.message}」`, extra_replies: [] }),
      };
      bots.set(bot.token, bot);
      return bot;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function handle(bots, request, response) {
  const url = new URL(request.url, "http://fixture");
  if (request.method === "OPTIONS") return response.writeHead(204, CORS).end();
  if (/^\/widget(\/[\w-]+)?\.js$/.test(url.pathname)) {
    const script = await readFile(PUBLIC + url.pathname);
    return response.writeHead(200, { ...CORS, "content-type": "text/javascript; charset=utf-8" }).end(script);
  }
  if (url.pathname === "/api/widget/files")
    return takeFile(bots.get(url.searchParams.get("token")), request, response);
  const body = request.method === "POST" ? JSON.parse(await readText(request)) : {};
  const bot = bots.get(body.token ?? url.searchParams.get("token"));
  if (!bot?.isKnown) return send(response, 404, { success: false, error: "找不到這個客服" });

  if (url.pathname === "/api/widget/config") {
    bot.configs++;
    return send(response, 200, { success: true, config: bot.config });
  }
  if (url.pathname === "/api/widget/ping") {
    bot.pings.push({ origin: request.headers.origin });
    return send(response, 200, { success: true });
  }
  if (url.pathname === "/api/widget/feedback") {
    bot.feedback.push(body);
    return send(response, bot.isFeedbackTaken ? 200 : 500, { success: bot.isFeedbackTaken });
  }
  if (url.pathname === "/api/widget/contact") {
    bot.contacts.push(body);
    const ids = { message_id: "turn-11", turn_id: "turn-10" };
    return send(response, 200, { success: true, reply: "收到了,我們會聯絡你。", ...ids });
  }
  if (url.pathname === "/api/widget/typing") return send(response, 200, { success: true });
  if (url.pathname === "/api/widget/events" && bot.events) {
    response.writeHead(200, { ...CORS, "content-type": "text/event-stream; charset=utf-8" });
    for await (const [event, data] of bot.events())
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    return response.end();
  }
  if (url.pathname !== "/api/widget/message") return send(response, 404, { success: false });

  bot.messages.push({ body, key: request.headers["idempotency-key"], headers: request.headers });
  const fault = bot.faults.shift() ?? {};
  await fault.until;
  if (fault.reset) return request.socket.destroy();
  if (fault.text !== undefined) {
    return response.writeHead(fault.status ?? 200, { ...CORS, "content-type": "text/html" }).end(fault.text);
  }
  if (fault.status)
    return send(response, fault.status, fault.body ?? { success: false, error: "壞了" }, fault.headers);
  if (!bot.config.enabled) return send(response, 200, { success: false, reply: "客服暫停服務中" });
  const key = request.headers["idempotency-key"];
  const answer = fault.body ?? bot.answered.get(key) ?? bot.answer(body);
  if (key && !fault.body && answer.success) bot.answered.set(key, answer);
  if (fault.loses) return request.socket.destroy();
  if (!bot.deltas || request.headers.accept !== "text/event-stream") return send(response, 200, answer);
  response.writeHead(200, { ...CORS, "content-type": "text/event-stream; charset=utf-8" });
  const write = (event, data) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  for await (const text of bot.deltas(body)) {
    if (text === null) return request.socket.destroy();
    write("delta", { text });
  }
  write(answer.success ? "done" : "error", answer);
  response.end();
}

/** Each Idempotency-Key has one picture, which is 160 by 120 pixels. */
async function takeFile(bot, request, response) {
  const form = await new Response(await readBytes(request), { headers: request.headers }).formData();
  const file = form.get("file");
  const { "idempotency-key": key, "dawen-visitor": visitorKey } = request.headers;
  bot.files.push({ key, visitorKey, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) });
  const fault = bot.fileFaults.shift() ?? {};
  await fault.until;
  if (fault.reset) return request.socket.destroy();
  if (fault.status) return send(response, fault.status, fault.body, fault.headers);
  const picture = { url: `/api/files/${key}?until=1767225600&key=secret`, width: 160, height: 120 };
  const turn_id = `turn-5${bot.files.length}`;
  send(response, 200, fault.body ?? { success: true, turn_id, handoff: true, text: "（圖片）", picture });
}

function send(response, status, body, headers = {}) {
  const type = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  response.writeHead(status, { ...CORS, ...type, ...headers }).end(JSON.stringify(body));
}

async function readText(request) {
  return (await readBytes(request)).toString("utf8");
}

async function readBytes(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
