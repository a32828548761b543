import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createModelClient, type ModelCall, type ModelClient, type ModelUsage } from "@/lib/model/client";
import {
  type ModelReply,
  type OpenAiServer,
  type ReplyRule,
  startOpenAiServer,
} from "@/test/servers/openai-server";
import { type Dialect, speakDialect } from "@/test/servers/speak-dialect";

let server: OpenAiServer;
let client: ModelClient;
const call: ModelCall = { instructions: "rules", messages: [{ role: "user", content: "運費？" }] };

beforeAll(async () => {
  server = await startOpenAiServer();
});
beforeEach(() => {
  server.reset();
  client = createModelClient({
    OPENAI_API_KEY: "test-key",
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_MODEL: "small",
  });
});
afterAll(() => server.close());

async function listen(pieces: AsyncIterable<string>, heard: () => void): Promise<string> {
  let text = "";
  for await (const piece of pieces) {
    heard();
    text += piece;
  }
  return text;
}

const ways = [
  [
    "stream",
    async (more: Partial<ModelCall> = {}) => {
      let text = "";
      const onRestart = () => {
        text = "";
      };
      for await (const piece of client.stream({ ...call, ...more, onRestart })) text += piece;
      return text;
    },
  ],
  ["generate", (more: Partial<ModelCall> = {}) => client.generate({ ...call, ...more })],
] as const;

const answer = '本島運費 100 元，滿 1,200 元免運。[1: "本島運費 100 元"]';
const inParts = (text: string) => ({ content: [{ type: "text", text }] });
const dialects: [string, Dialect][] = [
  ["no finish reason", {}],
  ["no finish reason, no [DONE]", { isDoneMissing: true }],
  ...[null, "", "stop", "STOP", "eos_token", "end_turn", "tool_calls", "length"].map(
    (finish): [string, Dialect] => [
      `finish reason ${JSON.stringify(finish)}`,
      { finish, isDoneMissing: true },
    ],
  ),
  ["usage alone", { finish: "stop", usage: { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 } }],
  ["a warning", { before: 'data: {"warning":"slow"}\n\n', between: 'data: {"warning":"slow"}\n\n' }],
  ["a named event", { before: 'event: ping\ndata: {"type":"ping"}\n\n', after: "event: end\ndata: bye\n\n" }],
  ["null, words and empty data", { before: "data: null\n\ndata\n\ndata:\n\ndata: PROCESSING\n\n" }],
  ["comments", { before: ": OPENROUTER PROCESSING\n\n", between: ":\n\n", finish: "stop" }],
  ["empty choices", { before: 'data: {"choices":[]}\n\n', after: 'data: {"choices":[],"usage":null}\n\n' }],
  ["other fields", { before: "id: 7\nretry: 3000\n\n" }],
  ["CRLF", { lineEnd: "\r\n", finish: "stop" }],
  ["CR", { lineEnd: "\r", finish: "stop" }],
  ["no blank lines", { lineEnd: "\n", between: "", finish: "stop" }],
  ["a byte at a time", { finish: "stop", bytesAtOnce: 1 }],
  ["a body for a stream, and a stream for a body", { finish: "stop", isOtherWay: true }],
  ["the same in gzip", { finish: "stop", isOtherWay: true, encoding: "gzip" }],
  ["gzip", { finish: "stop", encoding: "gzip", bytesAtOnce: 7 }],
  ["a wrong content type", { finish: "stop", contentType: "text/plain" }],
  ["content as parts", { finish: "stop", contentOf: inParts }],
  [
    "content as typed parts",
    { contentOf: (text) => ({ content: [{ type: "text", text: { value: text } }] }) },
  ],
  ["content as a part", { contentOf: (text) => ({ content: { type: "text", text } }) }],
  ["refusal", { contentOf: (refusal) => ({ content: null, refusal }) }],
  [
    "thoughts in a field",
    {
      contentOf: (content) => ({ content, reasoning_content: "草稿：八天", reasoning: "x" }),
      finish: "stop",
    },
  ],
  [
    "thoughts as parts",
    {
      contentOf: (text) => ({
        content: [
          { type: "thinking", thinking: "草稿" },
          { type: "reasoning", text: "草稿" },
          { type: "text", text },
        ],
      }),
    },
  ],
  [
    "role and null content first",
    { before: 'data: {"choices":[{"delta":{"role":"assistant","content":null}}]}\n\n' },
  ],
  ["an old completion's text", { before: 'data: {"choices":[{"delta":{},"text":""}]}\n\n' }],
  ["another choice", { before: 'data: {"choices":[{"index":1,"delta":{"content":"另一個"}}]}\n\n' }],
];

describe.each(ways)("%s", (_way, ask) => {
  it.each(dialects)("reads %s", async (_name, dialect) => {
    server.always(speakDialect(answer, dialect));
    expect(await ask()).toBe(answer);
    expect(server.chats).toHaveLength(1);
  });

  it.each([
    ["<think>草稿：八天</think>", "closed"],
    ["草稿：八天。[1]\n</think>\n", "only its end"],
    ["<|channel|>analysis<|message|>八天<|end|><|start|>assistant<|channel|>final<|message|>", "a channel"],
  ])("says no thoughts: %s", async (thoughts) => {
    server.always(speakDialect(thoughts + answer, { pieceLength: 1 }));
    for (let time = 0; time < 2; time++) expect((await ask()).trim()).toBe(answer);
  });

  it("has heard nothing where a thought never ends", async () => {
    server.always(speakDialect(`<think>${answer}`, { finish: "stop" }));
    await expect(ask()).rejects.toMatchObject({ fault: "empty" });
  });

  it("gives a model that thinks more room, at once where its thoughts used all", async () => {
    server.next(
      speakDialect("<think>還沒想完", { finish: "length" }),
      speakDialect(answer, { finish: "stop" }),
    );
    expect(await ask()).toBe(answer);
    const limits = server.chats.map(({ body }) => Number(body.max_tokens));
    expect(limits[1]).toBeGreaterThan((limits[0] ?? 0) + 2_000);
  });

  it.each([
    ["JSON", JSON.stringify({ answer: "運費 100 元。", sources: [1] }), "運費 100 元。 [1]"],
    ["fenced JSON", '```json\n{"reply": "運費 100 元。[1]"}\n```', "運費 100 元。[1]"],
    [
      "a tool's call",
      '<tool_call>{"name":"say","arguments":{"text":"運費 100 元。[1]"}}</tool_call>',
      "運費 100 元。[1]",
    ],
  ])("takes a reply out of %s", async (_name, reply, text) => {
    server.always(speakDialect(reply, { pieceLength: 2 }));
    expect(await ask()).toBe(text);
  });

  it("takes a reply out of a tool's call in its own field", async () => {
    const contentOf = (given: string) => ({
      content: null,
      tool_calls: [{ index: 0, id: "1", type: "function", function: { name: "say", arguments: given } }],
    });
    server.always(speakDialect(JSON.stringify({ text: answer }), { contentOf, finish: "tool_calls" }));
    expect(await ask()).toBe(answer);
  });

  it.each([
    ["limit", "max_tokens", "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."],
    ["temperature", "temperature", "Unsupported value: 'temperature' does not support 0 with this model."],
  ])("asks again without the %s, and remembers it", async (_name, refused, error) => {
    server.always((chat) =>
      refused in chat.body ? { kind: "status", status: 400, error } : { kind: "text", text: answer },
    );
    for (let time = 0; time < 2; time++) expect(await ask()).toBe(answer);
    expect(server.chats.map(({ body }) => refused in body)).toEqual([true, false, false]);
    expect(await ask({ model: "other" })).toBe(answer);
    expect(server.chats.slice(3).map(({ body }) => refused in body)).toEqual([true, false]);
  });

  it("asks again without each of several things", async () => {
    server.always(({ body, messages }) => {
      const refused = ["temperature", "max_tokens", "max_completion_tokens", "stream_options"].find(
        (name) => name in body,
      );
      if (refused) return { kind: "status", status: 422, error: `extra_forbidden: body.${refused}` };
      if (messages.some(({ role }) => role === "system"))
        return { kind: "status", status: 400, error: "System role not supported" };
      return { kind: "text", text: answer };
    });
    expect(await ask()).toBe(answer);
    expect(server.chats.at(-1)?.messages).toEqual([{ role: "user", content: "rules\n\n運費？" }]);
    const before = server.chats.length;
    expect(await ask()).toBe(answer);
    expect(server.chats).toHaveLength(before + 1);
  });

  it("asks for no stream where that is refused", async () => {
    server.always((chat) =>
      chat.stream
        ? { kind: "status", status: 400, error: "streaming is not supported" }
        : { kind: "text", text: answer },
    );
    expect(await ask()).toBe(answer);
  });

  it.each<[string, ReplyRule, string]>([
    ["a page", { kind: "html" }, "wrong_address"],
    [
      "no endpoint's error",
      raw('{"error":"Unexpected endpoint or method. (POST /chat/completions)"}'),
      "wrong_address",
    ],
    ["something else", raw('{"status":"ok"}'), "wrong_address"],
    ["a stream of something else", raw('data: {"status":"ok"}\n\n'), "wrong_address"],
    ["a key", raw('{"error":{"message":"no","type":"authentication_error"}}'), "key_refused"],
    ["a model", raw('{"error":{"message":"no","code":"model_not_found"}}'), "request_refused"],
    ["a number", raw('{"error":{"message":"no","code":404}}'), "request_refused"],
    ["a filter", speakDialect("運費", { finish: "content_filter" }), "broken"],
  ])("names what is wrong with %s", async (_name, reply, fault) => {
    server.always(reply);
    await expect(ask()).rejects.toMatchObject({ name: "ModelError", fault });
    expect(server.chats).toHaveLength(1);
  });

  it.each([
    'data: {"error":{"message":"overloaded","code":503}}\n\n',
    'event: error\ndata: {"message":"overloaded"}\n\n',
    '{"error":{"message":"slow down","code":429}}',
    'data: {"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error","error":{"code":502}}]}\n\n',
  ])("tries once more after %s", async (said) => {
    server.next(raw(said), { kind: "text", text: answer });
    expect(await ask()).toBe(answer);
  });

  it("tells what was used, and whether the end is missing", async () => {
    const told: ModelUsage[] = [];
    let isCut = false;
    const onCut = () => {
      isCut = true;
    };
    server.always(
      speakDialect("運費 1", { usage: { prompt_tokens: 3, completion_tokens: 5 }, isDoneMissing: true }),
    );
    await ask({ onUsage: (usage) => told.push(usage), onCut });
    expect(told).toEqual([{ input: 3, output: 5 }]);
    expect(isCut).toBe(_way === "stream");
  });
});

function raw(text: string): ModelReply {
  return { kind: "raw", pieces: [text] };
}

it("streams the first words while the rest is being written", async () => {
  server.next({
    kind: "raw",
    pieces: ['data: {"choices":[{"delta":{"content":"一。"}}]}\n\n', "data: [DONE]\n\n"],
    pauseMs: 40,
  });
  let heard = 0;
  expect(await listen(client.stream(call), () => heard++)).toBe("一。");
  expect(heard).toBe(1);
});
