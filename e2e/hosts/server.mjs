import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { pages } from "./pages.mjs";

/**
 * Customers' pages, on an origin of their own: `/<page>?app=<origin of the app>&token=<widget token>`, and any
 * `data-…` attribute for the snippet as `data-…=`. The pages are listed in pages.mjs.
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function startHosts(port = Number(process.env.HOSTS_PORT ?? 0)) {
  const server = createServer((request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    const page = pages[url.pathname.slice(1) || "plain"];
    if (!page) return response.writeHead(404).end();
    const app = url.searchParams.get("app") ?? "";
    const { html, headers = {} } = page(createSnippet(app, url.searchParams), app, url);
    const type = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
    response.writeHead(200, { ...type, ...headers }).end(html);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function createSnippet(app, parameters) {
  const data = [...parameters].filter(([name]) => name.startsWith("data-"));
  const attributes = [["src", `${app}/widget.js`], ["data-token", parameters.get("token") ?? ""], ...data];
  return `<script ${attributes.map(([name, value]) => `${name}="${escapeAttribute(value)}"`).join(" ")} async></script>`;
}

function escapeAttribute(value) {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await startHosts()).origin);
