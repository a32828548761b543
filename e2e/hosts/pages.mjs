const shop = (snippet, { head = "", lang = "zh-Hant-TW", body = "" } = {}) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>山茶行</title>${head}</head><body><main><h1>山茶行</h1><p>阿里山高山烏龍,今年的春茶到了。</p>
<p><a id="next" href="">下一頁</a> <button id="page-button">加入購物車</button> <input id="page-input" aria-label="搜尋"></p>
${"<p>手採一心二葉,輕焙火,回甘清甜。</p>\n".repeat(30)}</main>${body}
${snippet}</body></html>`;

/**
 * @type {Record<string, (snippet: string, app: string, url: URL) => { html: string, headers?: Record<string, string>
 * }>}
 */
export const pages = {
  plain: (snippet) => ({ html: shop(snippet) }),
  other: (snippet) => ({ html: shop(snippet, { body: "<p>另一頁</p>" }) }),
  rtl: (snippet) => ({ html: shop(snippet, { lang: 'ar" dir="rtl' }) }),
  english: (snippet) => ({ html: shop(snippet, { lang: "en-GB" }) }),

  /** Rules that reach for everything, boxes above everything, and a body that carries fixed things away. */
  hostile: (snippet) => ({
    html: shop(snippet, {
      head: `<style>* { all: initial !important } html, body, main { display: block !important; transform: rotate(0.01deg) !important; filter: sepia(0.1) !important }
body > * { z-index: 2147483647 !important; position: relative !important } div, dawen-widget { display: none !important; opacity: 0 !important; pointer-events: none !important }</style>`,
      body: '<aside style="position:fixed;inset:auto 0 0 auto;width:50vw;height:50vh;z-index:2147483647;background:#fcc">廣告</aside>',
    }),
  }),

  /** No inline styles, no eval, no images, no frames: only our script and our endpoints. */
  csp: (snippet, app) => ({
    html: shop(snippet),
    headers: {
      "content-security-policy": `default-src 'none'; script-src ${app}; connect-src ${app}; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'`,
    },
  }),

  /** Only scripts and styles with the nonce; the host of the script is not listed. */
  nonce: (snippet, app) => ({
    html: shop(snippet.replace("<script ", '<script nonce="n0nce" ')),
    headers: {
      "content-security-policy": `default-src 'none'; script-src 'nonce-n0nce'; style-src 'nonce-n0nce'; connect-src ${app}`,
    },
  }),

  /** A page that builds itself anew: body replaced, children of <html> emptied, the snippet run again. */
  spa: (snippet) => ({
    html: shop(snippet, {
      body: `<script>
let src, token;
function swapBody() { ({ src, dataset: { token } } = document.querySelector("script[data-token]")); document.body = document.createElement("body"); document.body.innerHTML = "<h1>新的一頁</h1>" }
function emptyHtml() { document.documentElement.replaceChildren(document.head, document.createElement("body"));
  const again = document.createElement("script"); again.src = src; again.dataset.token = token; document.body.append(again) }
</script>`,
    }),
  }),

  twice: (snippet) => ({ html: shop(snippet + snippet) }),

  queued: (snippet) => ({
    html: shop(snippet, {
      head: `<script>window.events = []; window.dawen = window.dawen || [];
for (const name of ["ready", "open", "close", "send", "reply"]) dawen.push(["on", name, (detail) => events.push([name, detail])]);
dawen.push(["open"])</script>`,
    }),
  }),

  /** A frame without an origin: no storage, Origin: null. */
  sandbox: (snippet) => ({
    html: `<!doctype html><meta charset="utf-8"><title>框</title><iframe sandbox="allow-scripts" title="shop" width="800" height="760"
srcdoc="${shop(snippet).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`,
  }),

  /** A frame of another site that was given no rights: this page, in one on another host name. */
  framed: (_, __, url) => ({
    html: `<!doctype html><meta charset="utf-8"><title>框</title><iframe title="shop" width="800" height="760"
src="http://localhost:${url.port}/plain${url.search.replaceAll("&", "&amp;")}"></iframe>`,
  }),

  /** Our first file is allowed by its name, and nothing else of ours. */
  "one-file": (snippet, app) => ({
    html: shop(snippet),
    headers: { "content-security-policy": `script-src ${app}/widget.js; connect-src ${app}` },
  }),

  /** Is at rest late: its picture takes its time. */
  restless: (snippet) => ({ html: shop(snippet, { body: '<img src="/picture" alt="">' }) }),

  /** Storage that throws on touch, and storage that is full. */
  blocked: (snippet) => ({
    html: shop(snippet, {
      head: `<script>Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError") } })</script>`,
    }),
  }),
  full: (snippet) => ({
    html: shop(snippet, {
      head: `<script>Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }</script>`,
    }),
  }),

  /** An old page in another encoding, in quirks mode. */
  big5: (snippet) => ({
    html: `<html><head><title>old</title></head><body>${snippet}</body></html>`,
    headers: { "content-type": "text/html; charset=big5" },
  }),

  /** The line carries an id, under which the window then finds it. */
  named: (snippet) => ({ html: shop(snippet.replace("<script ", '<script id="dawen" ')) }),

  /** What a tag manager, a bundler and an optimiser leave of the line. */
  "src-only": (_, app, url) => ({ html: shop(`<script src="${lineAddress(app, url)}"></script>`) }),
  module: (_, app, url) => ({ html: shop(`<script type="module" src="${lineAddress(app, url)}"></script>`) }),
  merged: (_, app, url) => ({
    html: shop(`<script>dawenSettings = { token: "${url.searchParams.get("token")}", host: "${app}" }
fetch("${app}/widget.js").then((answer) => answer.text()).then(eval)</script>`),
  }),
  shadow: (_, app, url) => ({
    html: shop(`<div id="tree"></div><script>const line = document.createElement("script"); line.src = "${lineAddress(app, url)}"
document.querySelector("#tree").attachShadow({ mode: "open" }).append(line)</script>`),
  }),
};

function lineAddress(app, url) {
  return `${app}/widget.js?token=${url.searchParams.get("token")}`;
}
