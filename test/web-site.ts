import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { createGuardedFetch, type GuardedFetch } from "@/lib/guard/guarded-fetch";
import { listenOnLoopback } from "./servers/listen-on-loopback";

export type SitePage =
  | string
  | { status?: number; type?: string; headers?: Record<string, string>; body?: string | Buffer };

export type WebSite = {
  /** `http://shop.test:<port>`. */
  url: string;
  /** By path and query; what isn't there is a 404. */
  pages: Record<string, SitePage>;
  /** Paths in the order in which they were asked for, with what was sent along. */
  asked: { path: string; headers: IncomingHttpHeaders; status: number }[];
  /** Reaches this site though it is on the loopback, and nothing else there. */
  fetch: GuardedFetch;
  close: () => Promise<void>;
};

/** A web server on the loopback: pages with an ETag of their content, which answer 304 to whom has it. */
export async function openWebSite(pages: Record<string, SitePage> = {}): Promise<WebSite> {
  const asked: WebSite["asked"] = [];
  const site = { pages };
  const server: Server = createServer((request, response) => {
    const path = request.url ?? "/";
    const found = site.pages[path];
    const {
      status = 200,
      type,
      headers = {},
      body = "",
    } = found === undefined
      ? { status: 404, body: "not here" }
      : typeof found === "string"
        ? { body: found }
        : found;
    const all: Record<string, string> = {
      ...{ "content-type": type ?? (path.endsWith(".txt") ? "text/plain" : "text/html; charset=utf-8") },
      ...(status === 200 && { etag: `"${hash(body)}"` }),
      ...headers,
    };
    const isKnown = all.etag !== undefined && request.headers["if-none-match"] === all.etag;
    asked.push({ path, headers: request.headers, status: isKnown ? 304 : status });
    if (isKnown) response.writeHead(304, { etag: all.etag }).end();
    else response.writeHead(status, all).end(body);
  });
  const port = await listenOnLoopback(server);
  return Object.assign(site, {
    url: `http://shop.test:${port}`,
    asked,
    fetch: createGuardedFetch({ allow: [`shop.test:${port}`], resolve: async () => ["127.0.0.1"] }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  });
}

function hash(body: string | Buffer): number {
  let sum = 7;
  for (const byte of Buffer.from(body)) sum = (sum * 31 + byte) % 2_147_483_647;
  return sum;
}

/** A page of a site, with what stands on each of its pages. */
export function webPage(title: string, body: string, links: readonly string[] = [], head = ""): string {
  const list = links.map((link) => `<li><a href="${link}">${link}</a></li>`).join("");
  return `<!doctype html><html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>${title}</title>${head}</head>
<body><header><a href="/">山茶行</a></header><nav><ul>${list}</ul></nav>
<div class="cookie-bar">我們使用 Cookie</div><main><h1>${title}</h1>${body}</main><footer>© 山茶行</footer></body></html>`;
}
