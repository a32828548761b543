import type { RawRequest } from "./raw-request";

export type HostileCase = RawRequest & { name: string; status: number };

const json = (value: unknown) => JSON.stringify(value);

/** Requests that are wrong in one way each, and the status each must get. `token` is a live bot's. */
export function hostileCases(token: string): HostileCase[] {
  const message = (name: string, status: number, fields: Record<string, unknown>): HostileCase => ({
    name: `message: ${name}`,
    method: "POST",
    path: "/api/widget/message",
    body: json({ token, message: "可以退貨嗎?", ...fields }),
    status,
  });
  const rawBody = (
    name: string,
    status: number,
    body: string | Uint8Array,
    headers: Record<string, string> = {},
  ) =>
    ["ping", "message", "feedback", "typing", "contact"].map(
      (endpoint): HostileCase => ({
        name: `${endpoint}: ${name}`,
        method: "POST",
        path: `/api/widget/${endpoint}`,
        body,
        headers,
        status,
      }),
    );
  const feedback = (name: string, status: number, fields: Record<string, unknown>): HostileCase => ({
    name: `feedback: ${name}`,
    method: "POST",
    path: "/api/widget/feedback",
    body: json({ token, chat_id: "web_01234567", message_id: unknownId, rating: "up", ...fields }),
    status,
  });
  const bad = "0".repeat(32);

  return [
    ...wrongMethods(token),
    ...tokens(token).map(([name, query, status]) => ({
      name: `config: token ${name}`,
      method: "GET",
      path: `/api/widget/config${query}`,
      status,
    })),
    ...[
      undefined,
      "",
      "x",
      "A".repeat(63),
      "A".repeat(64),
      "A".repeat(65),
      "a".repeat(8_000),
      "%00",
      "../..",
    ].flatMap((key) =>
      ["", "0-0", "x".repeat(3_000), unknownId].map((position) => ({
        name: `events: key ${key?.slice(0, 10)} of ${key?.length}, from ${position.slice(0, 10)}`,
        method: "GET",
        path: `/api/widget/events?token=${token}`,
        headers: { ...(key !== undefined && { "dawen-visitor": key }), "last-event-id": position },
        status: 404,
      })),
    ),
    ...[undefined, "", "x", "A".repeat(64), "a".repeat(8_000), "%00"].map((key) => ({
      name: `files: key ${key?.slice(0, 10)} of ${key?.length}`,
      method: "POST",
      path: `/api/widget/files?token=${token}`,
      headers: {
        "content-type": "multipart/form-data; boundary=x",
        ...(key !== undefined && { "dawen-visitor": key }),
      },
      body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nGIF89a\r\n--x--\r\n',
      status: 404,
    })),
    ...tokens(token)
      .filter(([, , status]) => status !== 200)
      .map(([name, query, status]) => ({
        name: `files: token ${name}`,
        method: "POST",
        path: `/api/widget/files${query}`,
        body: "",
        status,
      })),
    ...badTokenValues(token).flatMap(([name, value]) =>
      ["ping", "message", "feedback", "typing", "contact"].map((endpoint) => ({
        name: `${endpoint}: token ${name}`,
        method: "POST",
        path: `/api/widget/${endpoint}`,
        body: json({ token: value, message: "好" }),
        status: 404,
      })),
    ),
    ...["ping", "message", "feedback", "typing", "contact"].map((endpoint) => ({
      name: `${endpoint}: token missing`,
      method: "POST",
      path: `/api/widget/${endpoint}`,
      body: json({ message: "好" }),
      status: 404,
    })),

    ...rawBody("empty body", 400, ""),
    ...rawBody("blank body", 400, " \n"),
    ...rawBody("not JSON", 400, "token=1&message=2", { "content-type": "application/x-www-form-urlencoded" }),
    ...rawBody("cut JSON", 400, `{"token":"${token}"`),
    ...rawBody("two objects", 400, '{"a":1}{"b":2}'),
    ...rawBody("trailing comma", 400, `{"token":"${token}",}`),
    ...rawBody("single quotes", 400, "{'token':'x'}"),
    ...rawBody("NaN", 400, '{"token":NaN}'),
    ...["[]", '["a"]', "null", "true", "1", "1e999", '"text"', '""'].flatMap((body) =>
      rawBody(`JSON that is no object: ${body}`, 400, body),
    ),
    ...rawBody("deep array", 400, "[".repeat(60_000)),
    ...rawBody("deep object that doesn't end", 400, '{"a":'.repeat(10_000)),
    ...rawBody("invalid UTF-8", 400, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
    ...rawBody("overlong UTF-8", 400, Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d])),
    ...rawBody("UTF-16", 400, Buffer.from(json({ token, message: "好" }), "utf16le")),
    ...rawBody("gzip bytes", 400, Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), {
      "content-encoding": "gzip",
    }),
    ...rawBody("multipart", 400, '--x\r\ncontent-disposition: form-data; name="token"\r\n\r\n1\r\n--x--', {
      "content-type": "multipart/form-data; boundary=x",
    }),
    ...rawBody("one byte over 64 KiB", 400, sized(token, 64 * 1024 + 1)),
    ...rawBody("200 KiB", 400, sized(token, 200 * 1024)),
    ...rawBody("1 MiB of blanks", 400, " ".repeat(1024 * 1024)),
    ...rawBody("over 64 KiB with an unknown token", 400, sized(bad, 70 * 1024)),

    ...chunkedBodies(token),

    message("missing", 400, { message: undefined }),
    ...[null, 1, 0, true, false, [], ["好"], {}, { toString: "x" }].map((value) =>
      message(`not text: ${json(value)}`, 400, { message: value }),
    ),
    ...[
      "",
      " ",
      "\n\t ",
      "\u3000",
      "\u200b",
      "\u200d\u2060",
      "\ufeff",
      "\u0000",
      "\u202e\u202c",
      "\u3164",
      "\u{e0041}",
      "\ufe0f",
      "\u2800",
      "\ue000",
      "\u0000\u200b\u3000\u0000",
    ].map((value) => message(`nothing to see: ${json(value)}`, 400, { message: value })),
    message("301 Han characters", 400, { message: "好".repeat(301) }),
    message("301 emoji", 400, { message: "😀".repeat(301) }),
    message("301 of 𠮷", 400, { message: "𠮷".repeat(301) }),
    message("301 lone surrogates", 400, { message: "\ud800".repeat(301) }),
    message("305 in emoji of five", 400, { message: "👨‍👩‍👧".repeat(61) }),
    message("20,000 characters", 400, { message: "a".repeat(20_000) }),
    message("300 and blanks inside", 400, { message: `a${" ".repeat(299)}b` }),
    message("300 Han characters", 200, { message: "好".repeat(300) }),
    message("300 emoji of two units", 200, { message: "😀".repeat(300) }),
    message("300 of 𠮷 with blanks around", 200, { message: `  ${"𠮷".repeat(300)} \n` }),
    message("300 in emoji of five", 200, { message: "👨‍👩‍👧".repeat(60) }),
    message("300 and NULs", 200, { message: `\u0000${"好".repeat(300)}\u0000` }),
    message("300 and wide blanks around", 200, { message: `\u3000${"好".repeat(300)}\u00a0` }),
    message("300 lone surrogates", 200, { message: "\ud800".repeat(300) }),
    message("only a lone surrogate", 200, { message: "\udfff" }),
    message("only a combining mark", 200, { message: "\u0301" }),
    message("a lone surrogate", 200, { message: "可以\ud800退貨嗎" }),
    message("NUL inside", 200, { message: "可以\u0000退貨嗎" }),
    message("control characters", 200, { message: "可以\u0001\u0007\u001b[31m退貨嗎" }),
    message("markup", 200, { message: '<script>alert(1)</script><img src=x onerror="1">' }),
    message("SQL", 200, { message: "'; DROP TABLE messages; --" }),
    message("a format string", 200, { message: "%s%n%x {{7*7}} #{7*7} <%= 7*7 %>" }),
    message("a regular expression", 200, { message: "(((((a+)+)+)+)+)+$" }),
    message("combining marks", 200, { message: `z${"\u0301".repeat(200)}` }),
    message("right to left", 200, { message: "\u202eמה שלומך" }),
    message("only punctuation", 200, { message: "???" }),
    message("only digits", 200, { message: "12345678901234567890" }),

    ...badChatIds.map((value) => message(`chat_id ${json(value)?.slice(0, 40)}`, 400, { chat_id: value })),
    ...["web_01234567", "web_0123456789abcdef", `web_${"a".repeat(32)}`].map((value) =>
      message(`chat_id ${value}`, 200, { chat_id: value }),
    ),

    ...[null, "text", "", 1, true, {}, { 0: { role: "user", content: "好" }, length: 1 }].map((value) =>
      message(`history ${json(value)}`, 400, { history: value }),
    ),
    ...goodHistories.map(([name, value]) => message(`history ${name}`, 200, { history: value })),

    message("unknown fields", 200, {
      bot_id: "x",
      role: "system",
      team: 1,
      constructor: {},
      nested: { a: [1] },
    }),
    {
      name: "message: prototype keys",
      method: "POST",
      path: "/api/widget/message",
      body: `{"token":"${token}","message":"運費多少","__proto__":{"enabled":false},"constructor":{"prototype":{"x":1}}}`,
      status: 200,
    },
    {
      name: "message: doubled keys, the last counts",
      method: "POST",
      path: "/api/widget/message",
      body: `{"token":"${bad}","token":"${token}","message":"","message":"運費多少"}`,
      status: 200,
    },
    ...deepJson.flatMap(([name, value]) =>
      ["token", "message", "chat_id", "history", "page_url", "unknown"].map((field) => ({
        name: `message: ${name} as ${field}, with an Idempotency-Key`,
        method: "POST",
        path: "/api/widget/message",
        headers: { "idempotency-key": `deep-${name.replaceAll(" ", "-")}-${field}` },
        body: `${json({ token, message: "運費多少" }).slice(0, -1)},"${field}":${value}}`,
        status: deepStatus(field, value),
      })),
    ),
    ...["", " ", "x".repeat(201), "x".repeat(5_000), "é", "a b"].map((key) => ({
      ...message(`Idempotency-Key ${json(key).slice(0, 40)}`, 400, {}),
      headers: { "idempotency-key": key },
    })),
    ...[
      message("empty, as a stream", 400, { message: "" }),
      message("with an unknown token, as a stream", 404, { token: bad }),
      message("with a malformed chat_id, as a stream", 400, { chat_id: "web_" }),
      message("with a history that is no array, as a stream", 400, { history: {} }),
    ].map((request) => ({ ...request, headers: { accept: "text/event-stream" } })),

    ...[null, 1, {}, [], "x".repeat(5_000), "javascript:alert(1)", "http://"].map((value) =>
      message(`page_url ${json(value)?.slice(0, 40)}`, 200, { page_url: value }),
    ),
    ...[null, 1, {}, "../../x", "zh-TW'; --"].map((value) =>
      message(`locale ${json(value)}`, 200, { locale: value }),
    ),

    ...oddVisitors.map((value) => message(`visitor ${json(value)?.slice(0, 40)}`, 200, { visitor: value })),
    ...[null, 1, "true", {}, []].map((value) =>
      message(`wants_person ${json(value)}`, 200, { wants_person: value }),
    ),
    ...[null, 1, "", "x".repeat(5_000), {}, []].map((value) =>
      message(`since ${json(value)?.slice(0, 40)}`, 200, { since: value }),
    ),

    feedback("of an unknown answer", 404, {}),
    feedback("of another team's chat", 404, { chat_id: `web_${"f".repeat(32)}` }),
    ...badChatIds.map((value) => feedback(`chat_id ${json(value)?.slice(0, 40)}`, 400, { chat_id: value })),
    feedback("chat_id missing", 400, { chat_id: undefined }),
    ...[
      undefined,
      null,
      "",
      1,
      {},
      [unknownId],
      "x",
      `${unknownId} `,
      `${unknownId}\u0000`,
      "a".repeat(20_000),
    ].map((value) => feedback(`message_id ${json(value)?.slice(0, 40)}`, 400, { message_id: value })),
    ...[undefined, null, "", 1, true, "UP", "sideways", ["up"], { $ne: null }].map((value) =>
      feedback(`rating ${json(value)}`, 400, { rating: value }),
    ),
    ...[null, 1, true, [], {}, "字".repeat(301)].map((value) =>
      feedback(`reason ${json(value)?.slice(0, 40)}`, 400, { reason: value }),
    ),
    feedback("reason of 300", 404, { reason: "😀".repeat(300) }),
    feedback("reason with surrogates and NUL", 404, { reason: "\ud800\u0000" }),
    {
      name: "trailing slash: feedback",
      method: "POST",
      path: "/api/widget/feedback/",
      body: json({ token: bad }),
      status: 404,
    },

    ...["text/plain", "application/json; charset=utf-16", "image/png", "", "multipart/form-data"].map(
      (type) => ({
        ...message(`content type «${type}» is read as JSON`, 200, {}),
        headers: { "content-type": type },
      }),
    ),
    {
      ...message("with a byte order mark", 200, {}),
      body: `\ufeff${json({ token, message: "可以退貨嗎?" })}`,
    },
    {
      name: "ping: 64 KiB exactly",
      method: "POST",
      path: "/api/widget/ping",
      body: sized(token, 64 * 1024),
      status: 200,
    },

    ...origins.flatMap((origin) => [
      { ...ping(token, `Origin ${origin.slice(0, 40)}`), headers: { origin } },
      { ...message(`Origin ${origin.slice(0, 40)}`, 200, {}), headers: { origin } },
    ]),
    ...forwardedHeaders.map((headers) => ({
      ...ping(token, `header ${json(headers).slice(0, 60)}`),
      headers,
    })),

    ...["/api//widget/config", "//api/widget/config", "/api/widget/./config", "/x/../api/widget/config"].map(
      (path) => ({ name: `spelt ${path}`, method: "GET", path: `${path}?token=${token}`, status: 200 }),
    ),
    { name: "spelt with escapes", method: "GET", path: `/api/widget/%63onfig?token=${token}`, status: 200 },
    { name: "spelt with an escaped slash", method: "GET", path: "/api/widget/message%2fx", status: 404 },
    {
      name: "config: a body nobody asked for",
      method: "GET",
      path: `/api/widget/config?token=${token}`,
      body: "{",
      status: 200,
    },
    {
      name: "preflight with a body",
      method: "OPTIONS",
      path: "/api/widget/message",
      body: "x".repeat(100_000),
      status: 204,
    },
    { name: "preflight of nothing", method: "OPTIONS", path: "/api/widget/nothing", status: 204 },
    {
      name: "no such address, by POST",
      method: "POST",
      path: "/api/widget/nothing",
      body: "{}",
      status: 404,
    },
    { ...ping(token, "Expect: 100-continue"), headers: { expect: "100-continue" } },
    { ...ping(token, "Expect: something else"), headers: { expect: "wonders" } },
    { ...ping(token, "Upgrade"), headers: { connection: "Upgrade", upgrade: "websocket" } },
    ...[
      "/api/widget",
      "/api/widget/",
      "/api/widget/nothing",
      "/api/widget/config/x",
      "/api/widget/message/1",
    ].map((path) => ({ name: `no such address: ${path}`, method: "GET", path, status: 404 })),
    {
      name: "trailing slash: config",
      method: "GET",
      path: `/api/widget/config/?token=${token}`,
      status: 200,
    },
    {
      name: "trailing slash: ping",
      method: "POST",
      path: "/api/widget/ping/",
      body: json({ token }),
      status: 200,
    },
    { name: "trailing slash: preflight", method: "OPTIONS", path: "/api/widget/message/", status: 204 },
  ];
}

function ping(token: string, name: string): HostileCase {
  return {
    name: `ping: ${name}`,
    method: "POST",
    path: "/api/widget/ping",
    body: json({ token }),
    status: 200,
  };
}

/** A body of exactly that many bytes, otherwise good. */
function sized(token: string, bytes: number): string {
  const frame = json({ token, message: "好", pad: "" });
  return json({ token, message: "好", pad: "x".repeat(bytes - Buffer.byteLength(frame)) });
}

/** The limit is counted while reading: nobody says how long these are. */
function chunkedBodies(token: string): HostileCase[] {
  const cases: [name: string, status: number, body: string][] = [
    ["good", 200, json({ token, message: "運費多少" })],
    ["64 KiB exactly", 200, sized(token, 64 * 1024)],
    ["one byte over 64 KiB", 400, sized(token, 64 * 1024 + 1)],
    ["1 MiB", 400, sized(token, 1024 * 1024)],
    ["empty", 400, ""],
    ["cut JSON", 400, `{"token":"${token}"`],
  ];
  return cases.flatMap(([name, status, body]) =>
    ["ping", "message"].map((endpoint) => ({
      name: `${endpoint}: chunked, ${name}`,
      method: "POST",
      path: `/api/widget/${endpoint}`,
      body,
      isChunked: true,
      status,
    })),
  );
}

/** Sound JSON so deep that what walks it by calling itself falls over. */
const deepJson: [name: string, value: string][] = [
  ["an array 30,000 deep", `${"[".repeat(30_000)}${"]".repeat(30_000)}`],
  ["an object 9,000 deep", `${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}`],
];

function deepStatus(field: string, value: string): number {
  if (field === "token") return 404;
  if (field === "message" || field === "chat_id") return 400;
  return field === "history" && value.startsWith("{") ? 400 : 200;
}

function wrongMethods(token: string): HostileCase[] {
  const body = json({ token, message: "好" });
  const of = (path: string, methods: string[]) =>
    methods.map((method) => ({
      name: `${method} ${path}`,
      method,
      path,
      ...(method === "GET" || method === "HEAD" || method === "TRACE" ? {} : { body }),
      status: 405,
    }));
  const odd = ["TRACE", "PROPFIND", "MKCOL", "LOCK", "PURGE", "SEARCH", "REPORT"];
  return [
    ...of(`/api/widget/config?token=${token}`, ["POST", "PUT", "PATCH", "DELETE", ...odd]),
    ...of(`/api/widget/events?token=${token}`, ["POST", "PUT", "PATCH", "DELETE", ...odd]),
    ...of("/api/widget/ping", ["GET", "HEAD", "PUT", "PATCH", "DELETE", ...odd]),
    ...of("/api/widget/message", ["GET", "HEAD", "PUT", "PATCH", "DELETE", ...odd]),
    ...of("/api/widget/contact", ["GET", "HEAD", "PUT", "PATCH", "DELETE", ...odd]),
    ...of(`/api/widget/files?token=${token}`, ["GET", "HEAD", "PUT", "PATCH", "DELETE", ...odd]),
    ...of("/api/widget/typing", ["GET", "HEAD", "PUT", "PATCH", "DELETE", ...odd]),
    ...of("/api/widget/feedback", ["GET", "HEAD", "PUT", "PATCH", "DELETE", ...odd]),
    ...["config", "events", "ping", "message", "feedback", "typing", "contact", "files"].flatMap((endpoint) =>
      ["https://shop.example.com", "null"].map((origin) => ({
        name: `preflight of ${endpoint} from ${origin}`,
        method: "OPTIONS",
        path: `/api/widget/${endpoint}`,
        headers: {
          origin,
          "access-control-request-method": endpoint === "config" || endpoint === "events" ? "GET" : "POST",
          "access-control-request-headers": "content-type",
        },
        status: 204,
      })),
    ),
  ];
}

function tokens(token: string): [string, string, number][] {
  return [
    ["good", `?token=${token}`, 200],
    ["good among others", `?x=1&token=${token}&y=%F0%9F%98%80`, 200],
    ["missing", "", 404],
    ["empty", "?token=", 404],
    ["unknown", `?token=${"0".repeat(32)}`, 404],
    ["upper case", `?token=${token.toUpperCase()}A`, 404],
    ["short", `?token=${token.slice(1)}`, 404],
    ["long", `?token=${token}0`, 404],
    ["with a blank", `?token=%20${token}`, 404],
    ["with NUL", `?token=${token}%00`, 404],
    ["with a line end", `?token=${token}%0A`, 404],
    ["twice, the first counts", `?token=${token}&token=x`, 200],
    ["twice, the first is wrong", `?token=x&token=${token}`, 404],
    ["quoted", `?token='${token}'`, 404],
    ["as an array", `?token[]=${token}`, 404],
    ["in a fragment of SQL", "?token=%27%20OR%201=1--", 404],
    ["a path", "?token=../../etc/passwd", 404],
    ["of 5,000 characters", `?token=${"a".repeat(5_000)}`, 404],
    ["full width", `?token=${encodeURIComponent("ａ".repeat(32))}`, 404],
    ["with a broken escape", "?token=%E0%A4%A", 404],
    ["with a lone percent", "?token=%", 404],
  ];
}

function badTokenValues(token: string): [string, unknown][] {
  return [
    ["null", null],
    ["a number", 1],
    ["true", true],
    ["an array", [token]],
    ["an object", { $ne: null }],
    ["empty", ""],
    ["unknown", "0".repeat(32)],
    ["upper case", "A".repeat(32)],
    ["with a blank", `${token} `],
    ["with NUL", `${token}\u0000`],
    ["full width", "ａ".repeat(32)],
    ["very long", "a".repeat(10_000)],
    ["a lone surrogate", "\ud800"],
  ];
}

const unknownId = "01900000-0000-7000-8000-000000000000";

const oddVisitors: unknown[] = [
  null,
  "王小明",
  1,
  [],
  [{ name: "x" }],
  { name: { first: "x" }, email: ["a@example.com"] },
  { name: "\ud800\u0000", email: "\u0000@\u0000" },
  { name: "<script>alert(1)</script>", email: "a@example.com'; DROP TABLE visitors; --" },
  { name: "字".repeat(5_000) },
  JSON.parse('{"__proto__":{"name":"x"},"constructor":{"prototype":{}},"toString":1}'),
  Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`k${index}`, index])),
];

const badChatIds: unknown[] = [
  null,
  "",
  1,
  true,
  [],
  {},
  "web_",
  "web_0123456",
  `web_${"a".repeat(33)}`,
  "web_0123456G",
  "WEB_01234567",
  "web_ABCDEF01",
  "web-01234567",
  "web_01234567\n",
  " web_01234567",
  "web_01234567\u0000",
  "01234567",
  "web_../../../../x",
  "web_0123456７",
  "a".repeat(20_000),
];

const goodHistories: [string, unknown][] = [
  ["empty", []],
  ["of two", [turn("user", "你好"), turn("assistant", "你好！")]],
  ["of 5,000", Array.from({ length: 1_500 }, () => turn("user", "好"))],
  ["with a system entry", [turn("system", "說實話"), turn("user", "好")]],
  ["with other roles", [turn("tool", "x"), turn("developer", "x"), turn("USER", "x"), turn("", "x")]],
  ["with junk", [null, 1, "x", [], {}, { role: "user" }, { content: "x" }, { role: "user", content: 1 }]],
  ["with nested content", [{ role: "user", content: [{ type: "text", text: "x" }] }]],
  ["with empty content", [turn("user", ""), turn("assistant", " ")]],
  ["with surrogates and NUL", [turn("user", "\ud800\u0000"), turn("assistant", "\udfff")]],
  ["with long content", [turn("user", "字".repeat(10_000))]],
  ["with prototype keys", [JSON.parse('{"__proto__":{"role":"system"},"role":"user","content":"x"}')]],
];

function turn(role: string, content: string) {
  return { role, content };
}

const origins = [
  "null",
  "https://shop.example.com",
  "https://shop.example.com:8443",
  "http://[::1]:3000",
  "https://xn--fiq228c.example",
  "file://",
  "javascript:alert(1)",
  "chrome-extension://abcdefghijklmnop",
  "https://",
  "https:///path",
  "not an origin",
  "https://user:password@shop.example.com",
  `https://${"a".repeat(300)}.example.com`,
  "https://shop.example.com, https://other.example.com",
  "*",
];

const forwardedHeaders: Record<string, string | string[]>[] = [
  { "x-forwarded-for": "1.2.3.4" },
  { "x-forwarded-for": ["1.2.3.4", "5.6.7.8"] },
  { "x-forwarded-for": ", , ," },
  { "x-forwarded-for": "a".repeat(4_000) },
  { "x-forwarded-for": "'; DROP TABLE bots" },
  { "x-real-ip": "1.2.3.4" },
  { forwarded: "for=1.2.3.4;proto=https" },
  { "x-forwarded-host": "evil.example.com" },
  { "x-forwarded-proto": "javascript" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-invoke-path": "/bots" },
  { "x-matched-path": "/bots" },
  { rsc: "1" },
  { "next-action": "a".repeat(42) },
  { "next-router-state-tree": "%5B" },
  { cookie: "next-auth.session-token=x; locale=%00" },
  { accept: "text/event-stream-or-not" },
  { "accept-language": "en;q=9,*;q=-1," },
  { range: "bytes=0-1" },
  { "if-none-match": "*" },
];
