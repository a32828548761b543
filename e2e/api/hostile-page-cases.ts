import type { RawRequest } from "./raw-request";

/** A request to a page, an action or a dashboard route that no browser sends; statuses that are right for it. */
export type HostilePageCase = RawRequest & { name: string; statuses: readonly number[] };

/** Actions by name with the id that a browser sends and a page that has it. */
export type BuiltActions = ReadonlyMap<string, { id: string; page: string }>;

const boundary = "dawen-boundary";
const multipart = `multipart/form-data; boundary=${boundary}`;
const text = "text/plain;charset=UTF-8";
const refused = [400, 413];
/** Whatever is no fault of ours: a page, a redirect, a refusal. */
const answered = [200, 204, 302, 303, 307, 308, 400, 401, 403, 404, 405, 409, 413, 429, 431];

const pages = ["/", "/sign-in", "/demo", "/bots", "/no-such-page"];

/** Malformed and forged headers of Next's own, on every page. */
export function hostileHeaders(): HostilePageCase[] {
  const malformed: [name: string, value: string | string[]][] = [
    ...["%5B", "%", "{}", "[]", "null", "1", "[[[[", "%22x%22", "a".repeat(9_000), "é"].map(
      (value): [string, string] => ["next-router-state-tree", value],
    ),
    ["next-router-state-tree", encodeURIComponent('["",{},["x","y"],"bogus"]')],
    ["next-router-state-tree", encodeURIComponent('[["a","b","zz",null],{}]')],
    ["next-router-state-tree", encodeURIComponent(`${'["",{"c":'.repeat(300)}0${"}]".repeat(300)}`)],
    ["next-router-state-tree", ["%5B%22%22%2C%7B%7D%5D", "%5B%22%22%2C%7B%7D%5D"]],
    ...["0", "2", "3", "4", "x", "1,1"].map((value): [string, string] => ["next-router-prefetch", value]),
    ...["_tree", "x", "[", "é"].map((value): [string, string] => ["next-router-segment-prefetch", value]),
    ...["x", "http://evil.example", "é"].map((value): [string, string] => ["next-url", value]),
    ...["0", "2", "true"].map((value): [string, string] => ["rsc", value]),
    ...["", "x", "[", "constructor", "__proto__", "toString", "../../x", "0".repeat(500)].map(
      (value): [string, string] => ["next-action", value],
    ),
    ["rsc", ["1", "1"]],
    ["origin", ["http://a.example", "http://b.example"]],
    ["authorization", ["Basic eA==", "Basic eQ=="]],
    ["content-type", ["text/plain", multipart]],
  ];
  const forged = [
    ...["x-nextjs-data", "x-middleware-subrequest", "x-invoke-path", "x-invoke-status", "x-invoke-error"],
    ...["x-invoke-query", "x-invoke-output", "x-matched-path", "x-now-route-matches", "x-next-cache-tags"],
    ...["x-prerender-revalidate", "next-resume", "next-hmr-refresh", "x-nextjs-request-id", "next-test"],
  ];
  return pages.flatMap((path) => [
    ...malformed.map(([name, value]) => ({
      name: `${path} with ${name}: ${String(value).slice(0, 30)}`,
      method: "GET",
      path,
      headers: { ...(name === "rsc" ? {} : { rsc: "1" }), [name]: value },
      statuses: refused,
    })),
    ...forged.flatMap((name) =>
      ["1", "{}", "[", "500"].map((value) => ({
        name: `${path} with ${name}: ${value}`,
        method: "GET",
        path,
        headers: { [name]: value },
        statuses: answered,
      })),
    ),
    ...cookies.map((cookie) => ({
      name: `${path} with the cookie ${cookie.slice(0, 40)}`,
      method: "GET",
      path,
      headers: { cookie },
      statuses: answered,
    })),
    ...["constructor", "__proto__", "*;q=9", "en-".repeat(2_000), "\u0001"].map((value) => ({
      name: `${path} in the language ${JSON.stringify(value).slice(0, 30)}`,
      method: "GET",
      path,
      headers: { "accept-language": value === "\u0001" ? "en;q=a" : value },
      statuses: answered,
    })),
  ]);
}

const cookies = [
  "locale=constructor; theme=__proto__",
  "locale=%00; theme=%",
  `next-auth.session-token=${"a".repeat(5_000)}`,
  "next-auth.session-token=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c",
  "next-auth.callback-url=%00; next-auth.csrf-token=%7C",
  "__prerender_bypass=x; __next_preview_data=x",
  "next-instant-navigation-testing=[",
  "=x;;;==",
];

/** Every action, called as no form calls it. */
export function hostileActions(
  actions: BuiltActions,
  addressOf: (page: string) => string,
): HostilePageCase[] {
  return [...actions].flatMap(([action, { id, page }]) => {
    const call = (
      name: string,
      body: string | undefined,
      type: string | null,
      statuses: readonly number[] = refused,
    ): HostilePageCase => ({
      name: `${action}: ${name}`,
      method: "POST",
      path: addressOf(page),
      headers: {
        accept: "text/x-component",
        "next-action": id,
        ...(type === null ? {} : { "content-type": type }),
      },
      body,
      statuses,
    });
    return [
      ...texts.map((body) => call(`text ${body.slice(0, 30)}`, body, text)),
      // React makes an empty form of it.
      call("text of a form that isn't there", '["$K1"]', text, answered),
      call("no body", undefined, text),
      call("an empty form", undefined, multipart),
      ...types.map((type) => call(`the type ${type?.slice(0, 40)}`, "garbage", type)),
      ...badForms.map(([name, body]) => call(`a form, ${name}`, body, multipart)),
      ...oddForms(id).map(([name, fields]) => call(`a form, ${name}`, form(fields), multipart, answered)),
      call("a text of 1.2 MB", JSON.stringify("x".repeat(1_200_000)), text, [413]),
      call("a form of 1.2 MB", form({ 0: '["$K1"]', _1_a: "x".repeat(1_200_000) }), multipart, [413]),
      { ...call("a chunked text of 1.2 MB", "x".repeat(1_200_000), text, [413]), isChunked: true },
      { ...call("a chunked text", "[", text), isChunked: true },
    ];
  });
}

/** What React reads as an action's arguments; none of them holds a form. */
const texts = [
  ...[
    "[",
    "[]",
    "{}",
    "null",
    "1",
    '"x"',
    "[null,null]",
    '[{"status":"idle"},{"a":1}]',
    '[{"status":"idle"}]',
  ],
  ...['["$F1"]', '["$1"]', '["$Q1"]', '["$W1"]', '["$i1"]', '["$B1"]', '["$T"]', '["$h1"]', '["$AB"]'],
  ...['["$n1"]', '["$D"]', '["$R1"]', '["$X1"]', '["$undefined"]', '["$1:__proto__:constructor"]'],
  `["$n${"9".repeat(5_000)}"]`,
  `[${"[".repeat(20_000)}]`,
  `[${"1,".repeat(1_500)}1]`,
  '["\\ud800"]',
  '[{"__proto__":1}]',
];

const types = [
  ...[
    "application/json",
    "image/png",
    "",
    "application/octet-stream",
    "multipart/form-data",
    "multipart/mixed",
  ],
  ...["multipart/form-data; boundary=", "multipart/mixed; boundary=x", "text/plain;charset=utf-16"],
  ...["MULTIPART/FORM-DATA; BOUNDARY=x", "multipart/form-data;boundary=x;boundary=y", null],
  `multipart/form-data; boundary=${"x".repeat(3_000)}`,
];

const partHead = (rest: string) => `--${boundary}\r\nContent-Disposition: form-data; ${rest}\r\n`;

const badForms: [name: string, body: string][] = [
  ["cut short", `${partHead('name="0"')}\r\n["$K1"`],
  ["without a part", `--${boundary}--\r\n`],
  ["of no parts at all", "garbage"],
  ["of too many part headers", `--${boundary}\r\n${"a: b\r\n".repeat(5_000)}\r\n1\r\n--${boundary}--\r\n`],
  ["with a file for arguments", `${partHead('name="0"; filename="a"')}\r\n[]\r\n--${boundary}--\r\n`],
  [
    "in base64",
    `${partHead('name="0"; filename="a"')}Content-Transfer-Encoding: base64\r\n\r\nW10=\r\n--${boundary}--\r\n`,
  ],
  ["without arguments", form({ a: "1" })],
  ["with broken arguments", form({ 0: "[" })],
  ["of references in a circle", form({ 0: '["$1"]', 1: '"$0"' })],
  ["with a prototype's path", form({ 0: '["$1:__proto__:then"]', 1: "{}" })],
  ["with something to await", form({ 0: '["$1"]', 1: '{"then":"$2"}', 2: '"x"' })],
];

function oddForms(id: string): [name: string, fields: Record<string, string>][] {
  const reference = JSON.stringify({ id, bound: null });
  return [
    ["empty but for the state", { 0: '[{"status":"idle"},"$K1"]' }],
    ["with prototype keys", { 0: '[null,"$K1"]', _1___proto__: "x", _1_constructor: "x", _1_toString: "x" }],
    ["with NULs and lone surrogates", { 0: '[null,"$K1"]', _1_email: "\u0000", _1_name: "\ufffd\u202e" }],
    ["with a reference to itself", { 0: '["$F1"]', 1: reference }],
    ["of 3,000 fields", Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [index, '"x"']))],
    ["with 3,000 values", { 0: '[null,"$K1"]', ...manyFields }],
  ];
}

const manyFields = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`_1_k${index}`, "x"]));

/** Forms as a browser without scripts posts them, and bodies that are no such thing. */
export function hostilePosts(signIn: string): HostilePageCase[] {
  const plain = (name: string, fields: Record<string, string>, statuses = answered): HostilePageCase => ({
    name: `a plain form, ${name}`,
    method: "POST",
    path: "/sign-in",
    headers: { "content-type": multipart },
    body: form(fields),
    statuses,
  });
  const bodies: [type: string, body: string][] = [
    ...[
      "multipart/form-data",
      "multipart/form-data; boundary=",
      multipart,
      "application/json",
      "text/plain",
      "",
    ].map((type): [string, string] => [type, "garbage&a=%E0%A4%A"]),
    ["application/x-www-form-urlencoded", "%&=%E0%A4%A&__proto__=x"],
    ["application/x-www-form-urlencoded", `csrfToken=${"a".repeat(5_000)}&email[]=x`],
  ];
  return [
    plain("without an action", { a: "1" }),
    plain("of an unknown action", { $ACTION_ID_x: "" }, refused),
    plain("of an action long gone", { [`$ACTION_ID_${"0".repeat(42)}`]: "" }),
    plain("with a broken reference", { $ACTION_REF_1: "", "$ACTION_1:0": "[" }, refused),
    plain("with a reference to nothing", { $ACTION_REF_1: "" }, refused),
    plain(
      "with a foreign reference",
      { $ACTION_REF_1: "", "$ACTION_1:0": '{"id":"constructor","bound":null}' },
      refused,
    ),
    plain("with arguments that are no list", {
      $ACTION_REF_1: "",
      "$ACTION_1:0": JSON.stringify({ id: signIn, bound: "$@1" }),
      "$ACTION_1:1": '{"a":1}',
    }),
    ...[...pages, ...routes].flatMap((path) =>
      bodies.flatMap(([type, body]) =>
        ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"].map((method) => ({
          name: `${method} ${path} of the type ${type.slice(0, 40)}`,
          method,
          path,
          headers: { "content-type": type },
          body,
          statuses: answered,
        })),
      ),
    ),
  ];
}

const routes = [
  ...["/api/chats", "/api/chats/x", "/api/chats/x/read", "/api/chats/x/handled", "/api/chats/x/visitor"],
  ...[
    "/api/live",
    "/api/auth/callback/credentials",
    "/api/auth/signin",
    "/api/auth/signout",
    "/api/auth/csrf",
  ],
  ...["/api/auth/session", "/api/auth/_log", "/api/health/ready", "/widget.js", "/_next/static/x"],
];

/** Addresses that nothing of ours has, or that are nobody's business. */
export const hostileAddresses: HostilePageCase[] = [
  ...[
    "/_next/image?url=%2Ffavicon.ico&w=64&q=75",
    "/_next/image",
    "/_next/data/x/bots.json",
    "/_next/webpack-hmr",
  ],
  ...[
    "/_error",
    "/_global-error",
    "/_not-found",
    "/404",
    "/500",
    "/__nextjs_original-stack-frames",
    "/_next/x",
  ],
]
  .map((path) => ({ name: path, method: "GET", path, statuses: [404] }))
  .concat(
    [
      ...[
        "/_next/static/..%2f..%2fpackage.json",
        "/sign-in?x=%",
        "/sign-in?callbackUrl=%00",
        "/bots/%00",
        "/bots/x",
      ],
      ...["/reset/%F0", `/reset/${"a".repeat(5_000)}`, "/invite/constructor", "/chats/x/y/z", "/api/auth/"],
      ...["/bots/x/knowledge?q=%00&page=-1", "/bots/x/knowledge?page=1e99", "/api/chats?search=%00"],
      ...["/api/chats?before=x", "/api/chats/%00", "/api/auth/error?error=%00", "/api/auth/signin/x"],
      ...["/api/auth/callback/x", "/api", "/.well-known/x", "/sign-in.rsc", "/index.rsc", "/sign-in?_rsc=1"],
      ...[
        "/sign-in?__nextDataReq=1",
        "/sign-in?nxtPbotId=1",
        "/bots/constructor",
        "/sign-up?plan[]=x&plan=y",
      ],
    ].map((path) => ({ name: path.slice(0, 60), method: "GET", path, statuses: answered })),
  );

function form(fields: Record<string, string>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `${partHead(`name="${name}"`)}\r\n${value}\r\n`,
  );
  return `${parts.join("")}--${boundary}--\r\n`;
}
