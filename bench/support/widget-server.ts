import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { text } from "node:stream/consumers";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { transform } from "esbuild";
import { listenOnLoopback } from "@/test/servers/listen-on-loopback";

/** Our widget, or the hand-written one. */
export type Widget = (typeof WIDGETS)[number];

export interface WidgetServer {
  /** Where widgets and their endpoints are. */
  app: string;
  /** A customer's page, on an origin of its own: with a widget, without one, or with nothing on it. */
  address(page: Widget | "bare" | "blank"): string;
  /** What a page includes of a widget. */
  include(widget: Widget): { src: string; token: string };
  floor: Buffer;
  close(): void;
}

const TOKEN = "be9c".repeat(8);
const WIDGETS = ["product", "floor"] as const;
const SCRIPTS = { product: "widget.js", floor: "floor.js" };
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, OPTIONS",
  "access-control-allow-headers": "content-type, accept, idempotency-key",
  "access-control-expose-headers": "retry-after",
  "access-control-max-age": "600",
};
const CONFIG = {
  primary_color: "#0f766e",
  position: "br",
  offset: [20, 20],
  bot_name: "山茶行客服",
  avatar_url: "",
  welcome: "你好,有什麼可以幫你的嗎?",
  placeholder: "請輸入訊息...",
  enabled: true,
};
const ANSWER = {
  success: true,
  reply: "收到商品七天內可以退貨。",
  extra_replies: [{ text: "運費由我們出。" }],
};

/**
 * A customer's page and, on another origin, the scripts (compressed as a deployment would) and the
 * contract's endpoints.
 */
export async function startWidgetServer(root: string): Promise<WidgetServer> {
  const source = await readFile(path.join(root, "bench/floor/widget.js"), "utf8");
  const floor = Buffer.from((await transform(source, { minify: true, charset: "utf8" })).code);
  const compressed = new Map<string, Buffer>();

  async function sendScript(request: IncomingMessage, response: ServerResponse, name: string) {
    const script =
      name === "/floor.js" ? floor : await readFile(path.join(root, "public", name)).catch(() => null);
    if (!script) return response.writeHead(404, CORS).end();
    const encoding = /\bbr\b/.test(request.headers["accept-encoding"] ?? "") ? "br" : "gzip";
    const key = `${encoding} ${name}`;
    const body = compressed.get(key) ?? (encoding === "br" ? brotliCompressSync : gzipSync)(script);
    compressed.set(key, body);
    const headers = {
      ...CORS,
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
    };
    response
      .writeHead(200, { ...headers, "content-encoding": encoding, "content-length": body.length })
      .end(body);
  }

  const include = (widget: Widget) => ({ src: `${appOrigin}/${SCRIPTS[widget]}`, token: TOKEN });
  const app = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://app");
    if (request.method === "OPTIONS") return response.writeHead(204, CORS).end();
    if (pathname.endsWith(".js")) return sendScript(request, response, pathname);
    await text(request);
    if (pathname === "/api/widget/message" && /event-stream/.test(request.headers.accept ?? "")) {
      const head = {
        ...CORS,
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
      };
      const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
      return response
        .writeHead(200, head)
        .end(event("delta", { text: ANSWER.reply }) + event("done", ANSWER));
    }
    const answers: Record<string, unknown> = {
      "/api/widget/config": { success: true, config: CONFIG },
      "/api/widget/ping": { success: true },
      "/api/widget/message": ANSWER,
    };
    const answer = answers[pathname];
    const head = { ...CORS, "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
    response.writeHead(answer ? 200 : 404, head).end(JSON.stringify(answer ?? { success: false }));
  });
  const hosts = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    const widget = WIDGETS.find((one) => pathname === `/${one}`);
    const snippet = widget
      ? `<script src="${include(widget).src}" data-token="${TOKEN}" async></script>`
      : "";
    const head = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
    response.writeHead(200, head).end(pathname === "/blank" ? "<!doctype html>" : createPage(snippet));
  });
  const appOrigin = `http://127.0.0.1:${await listenOnLoopback(app)}`;
  const hostOrigin = `http://127.0.0.1:${await listenOnLoopback(hosts)}`;

  return {
    app: appOrigin,
    address: (page) => `${hostOrigin}/${page}`,
    include,
    floor,
    close() {
      for (const server of [app, hosts]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

function createPage(snippet: string): string {
  const goods = Array.from(
    { length: 60 },
    (_, i) =>
      `<li><h3>高山烏龍 ${i + 1} 號</h3><p>手採一心二葉,輕焙火,回甘清甜。</p><button>加入購物車</button></li>`,
  );
  return `<!doctype html>
<html lang="zh-Hant-TW"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>山茶行</title>
<style>body { margin: 0 auto; max-width: 60rem; font: 16px/1.6 system-ui } ul { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem }</style>
</head><body><h1>山茶行</h1><ul>${goods.join("\n")}</ul>
${snippet}</body></html>`;
}
