import type { V1Name } from "@/lib/http/v1/endpoints";

export type ApiCurl = {
  endpoint: V1Name;
  /** A command for a POSIX shell, as it is printed; the key is in `$DAWEN_KEY`. */
  command: string;
  status: 200 | 201 | 204;
  /** What is answered, with values as an example has them; null for nothing, a text for a file. */
  answer: object | string | null;
};

const at = "2026-12-01T03:00:00.000Z";
const botId = "019d0000-0000-7000-8000-000000000001";
const chatId = "019d0000-0000-7000-8000-000000000002";

/** One command for each endpoint, in an order in which each finds what it asks for: the reference and a test use it. */
export function apiCurlsOf(url: string, bot: string): ApiCurl[] {
  const api = `${url}/api/v1`;
  const auth = '-H "Authorization: Bearer $DAWEN_KEY"';
  const get = (path: string) => `curl '${api}${path}' \\\n  ${auth}`;
  const send = (method: string, path: string, body: string) =>
    `curl -X ${method} '${api}${path}' \\\n  ${auth} \\\n  -d '${body}'`;
  const drop = (path: string) => `curl -X DELETE '${api}${path}' \\\n  ${auth}`;
  const chat = (path: string, method = "") =>
    [
      `id=$(curl -s '${api}/conversations?limit=1' ${auth} |`,
      `  sed -E 's/.*"data":\\[\\{"id":"([^"]*)".*/\\1/')`,
      `curl ${method}"${api}/conversations/$id${path}" \\\n  ${auth}`,
    ].join("\n");
  const document = `/bots/${bot}/documents/shipping.md`;
  const pair = `/bots/${bot}/pairs/line-pay`;
  return [
    {
      ...{ endpoint: "list_bots", command: get("/bots"), status: 200 },
      answer: { data: [exampleBot], next_cursor: null },
    },
    { endpoint: "get_bot", command: get(`/bots/${bot}`), status: 200, answer: exampleBot },
    {
      ...{ endpoint: "update_bot", status: 200, answer: exampleBot },
      command: send("PATCH", `/bots/${bot}`, '{"welcome": "你好,有什麼可以幫你的嗎?"}'),
    },
    {
      ...{ endpoint: "put_document", status: 201, answer: { result: "created", ...exampleDocument } },
      command: send("PUT", document, '{"title": "運費", "content": "每筆訂單的運費是 80 元。"}'),
    },
    {
      ...{ endpoint: "list_documents", command: get(`/bots/${bot}/documents?limit=50`), status: 200 },
      answer: { data: [exampleDocument], next_cursor: null },
    },
    {
      ...{ endpoint: "get_document", command: get(document), status: 200 },
      answer: { ...exampleDocument, content: "每筆訂單的運費是 80 元。" },
    },
    { endpoint: "delete_document", command: drop(document), status: 204, answer: null },
    {
      ...{ endpoint: "put_pair", status: 201, answer: { result: "created", ...examplePair } },
      command: send(
        "PUT",
        pair,
        '{"question": "可以用 LINE Pay 嗎？", "answer": "可以，結帳時選 LINE Pay。"}',
      ),
    },
    {
      ...{ endpoint: "list_pairs", command: get(`/bots/${bot}/pairs?limit=50`), status: 200 },
      answer: { data: [examplePair], next_cursor: null },
    },
    {
      ...{ endpoint: "get_pair", command: get(pair), status: 200 },
      answer: { ...examplePair, question: "可以用 LINE Pay 嗎？", answer: "可以，結帳時選 LINE Pay。" },
    },
    {
      ...{ endpoint: "check_answer", status: 200 },
      command: send("POST", `/bots/${bot}/answers`, '{"question": "可以用 LINE Pay 嗎？"}'),
      answer: {
        ...{ state: "answered", answered: true, reply: "可以，結帳時選 LINE Pay。", extra_replies: [] },
        sources: [
          { title: "可以用 LINE Pay 嗎？", quote: "可以，結帳時選 LINE Pay。", external_id: "line-pay" },
        ],
        ...{ confidence: 0.9, answered_by: "documents" },
      },
    },
    { endpoint: "delete_pair", command: drop(pair), status: 204, answer: null },
    {
      ...{ endpoint: "list_conversations", command: get("/conversations?view=all&limit=50"), status: 200 },
      answer: { data: [exampleChat], next_cursor: null },
    },
    {
      ...{ endpoint: "get_conversation", command: chat(""), status: 200 },
      answer: {
        ...exampleChat,
        turns: [
          {
            ...{ id: chatId, role: "visitor", name: "", texts: ["可以退貨嗎？"], state: "complete" },
            ...{ answered: null, sources: [], rating: null, at },
          },
        ],
      },
    },
    {
      ...{ endpoint: "export_conversation", command: chat("/export"), status: 200 },
      answer: "[2026-12-01 11:00:00 +08:00] 訪客: 可以退貨嗎？",
    },
    { endpoint: "delete_conversation", command: chat("", "-X DELETE "), status: 204, answer: null },
  ];
}

/** Fetches the program that syncs a folder, and runs it; the key is in `$DAWEN_KEY`. */
export function syncCommand(url: string, bot: string): string {
  return [
    `curl -O '${url}/developers/dawen.mjs'`,
    `DAWEN_URL=${url} node dawen.mjs push ./docs --bot ${bot} --dry-run`,
    `DAWEN_URL=${url} node dawen.mjs push ./docs --bot ${bot}`,
  ].join("\n");
}

/** What an assistant's settings hold to reach the tools that read. */
export function mcpConfig(url: string): string {
  const headers = { Authorization: "Bearer dwk_…" };
  return JSON.stringify({ mcpServers: { dawen: { type: "http", url: `${url}/api/mcp`, headers } } }, null, 2);
}

const exampleBot = {
  ...{ id: botId, token: "0f3c9a1be27d4f6081a2b3c4d5e6f708", name: "茶行", enabled: true },
  ...{ bot_name: "AI 智能客服", primary_color: "#00d4ff", position: "br", offset: [20, 20], theme: "auto" },
  ...{ locale: "", avatar_url: "", welcome: "你好,有什麼可以幫你的嗎?", placeholder: "請輸入訊息..." },
  ...{
    suggestions: [],
    show_sources: true,
    person: true,
    retention_days: null,
    fallback_text: "",
    contact: "",
  },
  ...{ wordings: "", instructions: "", answer_model: "", unsupported_rule: "drop", masks_personal: true },
  ...{ sureness: "usual", created_at: at, updated_at: at },
};

const exampleDocument = {
  ...{ external_id: "shipping.md", title: "運費", state: "answering", version: 1 },
  hash: "7c1c3ad7f6b2e1c1d0a9a1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6",
  ...{ created_at: at, updated_at: at },
};

const examplePair = { ...exampleDocument, external_id: "line-pay", title: "可以用 LINE Pay 嗎？" };

const exampleChat = {
  ...{ id: chatId, bot_id: botId, chat_id: "web_5f0c3a1be27d4f6081a2b3c4d5e6f708", state: "bot" },
  ...{ domain: "shop.example.com", started_at: at, last_activity_at: at, last_asked: "可以退貨嗎？" },
  ...{ visitor_turns: 1, visitor: { name: null, email: null }, contact: { email: null, phone: null } },
  ...{ assignee: null, ratings: [], tags: [] },
};
