import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type ModelReply, type OpenAiServer, startOpenAiServer } from "@/test/servers/openai-server";
import { createModelClient, type ModelCall, type ModelClient, type ModelUsage } from "./client";

let server: OpenAiServer;
let client: ModelClient;
const apiKey = "sk-secret-1234567890";
const call: ModelCall = { instructions: "rules", messages: [{ role: "user", content: "運費？" }] };

beforeAll(async () => {
  server = await startOpenAiServer({ apiKey });
  client = clientFor(server.baseUrl);
});
beforeEach(() => server.reset());
afterEach(() => vi.useRealTimers());
afterAll(() => server.close());

function clientFor(baseUrl: string, key = apiKey) {
  return createModelClient({ OPENAI_API_KEY: key, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: "small" });
}

async function readAll(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

const ways = [
  ["stream", (more?: Partial<ModelCall>) => readAll(client.stream({ ...call, ...more }))],
  ["generate", (more?: Partial<ModelCall>) => client.generate({ ...call, ...more })],
] as const;

describe.each(ways)("%s", (_, ask) => {
  it("gives the reply and sends one system message", async () => {
    server.next({ kind: "text", text: "運費是一百元。" });
    expect(await ask()).toBe("運費是一百元。");
    expect(server.chats).toHaveLength(1);
    expect(server.chats[0]).toMatchObject({
      model: "small",
      messages: [
        { role: "system", content: "rules" },
        { role: "user", content: "運費？" },
      ],
    });
  });

  it("tells what the endpoint says that it cost", async () => {
    const told: ModelUsage[] = [];
    server.next({ kind: "text", text: "好" });
    await ask({ onUsage: (usage) => told.push(usage) });
    expect(told).toEqual([{ input: 1, output: 1 }]);
  });

  it("asks the model it is told to", async () => {
    server.next({ kind: "text", text: "好" });
    await ask({ model: "large" });
    expect(server.chats[0]?.model).toBe("large");
  });

  it.each([429, 500, 502, 503])("tries once more after %i", async (status) => {
    server.next({ kind: "status", status }, { kind: "text", text: "好" });
    expect(await ask()).toBe("好");
    expect(server.chats).toHaveLength(2);
  });

  it("waits as long as the endpoint says before it tries again", async () => {
    const since = Date.now();
    server.next(
      { kind: "status", status: 429, headers: { "retry-after": "1" } },
      { kind: "text", text: "好" },
    );
    expect(await ask()).toBe("好");
    expect(Date.now() - since).toBeGreaterThanOrEqual(990);
  });

  it("doesn't try again when the endpoint says to come back later", async () => {
    server.always({ kind: "status", status: 429, headers: { "retry-after": "30" } });
    await expect(ask()).rejects.toMatchObject({ fault: "rate_limited", status: 429 });
    expect(server.chats).toHaveLength(1);
  });

  it("tries no third time", async () => {
    server.always({ kind: "status", status: 500 });
    await expect(ask()).rejects.toMatchObject({ fault: "unavailable", status: 500 });
    expect(server.chats).toHaveLength(2);
  });

  it.each<[string, ModelReply, string]>([
    ["400", { kind: "status", status: 400 }, "request_refused"],
    ["404", { kind: "status", status: 404 }, "request_refused"],
    ["nothing", { kind: "empty" }, "empty"],
    ["blanks", { kind: "text", text: " \n " }, "empty"],
    ["a page", { kind: "html" }, "wrong_address"],
    ["broken JSON", { kind: "bad-json" }, "broken"],
  ])("names what is wrong with %s, without a second try", async (_name, reply, fault) => {
    server.always(reply);
    await expect(ask()).rejects.toMatchObject({ name: "ModelError", fault });
    expect(server.chats).toHaveLength(1);
  });

  it("cuts a hang", async () => {
    server.always({ kind: "hang" });
    // Time passes when the test says so: a busy machine may take longer to ask at all.
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const passOnceAsked = async () => {
      await expect.poll(() => server.chats.length).toBe(1);
      vi.advanceTimersByTime(1_500);
    };
    await Promise.all([
      expect(ask({ timeoutMs: 1_499.5 })).rejects.toMatchObject({ fault: "timed_out" }),
      passOnceAsked(),
    ]);
    await expect.poll(() => server.chats[0]?.isAborted).toBe(true);
  });

  it("has no time left", async () => {
    await expect(ask({ timeoutMs: -1 })).rejects.toMatchObject({ fault: "timed_out" });
    expect(server.chats).toEqual([]);
  });

  it("ends the call when its caller leaves", async () => {
    server.always({ kind: "hang" });
    const leaving = new AbortController();
    const asked = ask({ signal: leaving.signal });
    asked.catch(() => {});
    await expect.poll(() => server.chats.length).toBe(1);
    leaving.abort(new Error("left"));
    await expect(asked).rejects.toThrow("left");
    await expect.poll(() => server.chats[0]?.isAborted).toBe(true);
  });

  it("never repeats a key the endpoint refuses", async () => {
    const wrong = clientFor(server.baseUrl, "sk-wrong-key");
    const refused = await readAll(wrong.stream(call)).catch((error) => error);
    expect(refused).toMatchObject({ fault: "key_refused", status: 401 });
    expect(JSON.stringify({ ...refused, message: refused.message, stack: refused.stack })).not.toContain(
      "sk-wrong-key",
    );
    expect(refused.cause).toBeUndefined();
  });
});

describe("stream", () => {
  it("gives pieces as they come", async () => {
    server.next({ kind: "text", text: "一二三四五六七八", pauseMs: 20 });
    const pieces: string[] = [];
    for await (const piece of client.stream(call)) pieces.push(piece);
    expect(pieces.filter(Boolean)).toEqual(["一二三四", "五六七八"]);
  });

  it("fails when the reply dies in its middle", async () => {
    server.always({ kind: "death", text: "運費是一" });
    await expect(readAll(client.stream(call))).rejects.toMatchObject({ name: "ModelError" });
    expect(server.chats).toHaveLength(1);
  });

  it("fails when the reply hangs in its middle", async () => {
    server.always({ kind: "hang", text: "運費是一" });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const passOnceSpoken = async () => {
      for await (const piece of client.stream({ ...call, timeoutMs: 1_500 }))
        if (piece) vi.advanceTimersByTime(1_500);
    };
    await expect(passOnceSpoken()).rejects.toMatchObject({ fault: "timed_out" });
    expect(server.chats).toHaveLength(1);
  });

  it("reads no endless reply", async () => {
    server.next({ kind: "text", text: "好".repeat(12_000), pieceLength: 3_000 });
    await expect(readAll(client.stream(call))).rejects.toMatchObject({ fault: "broken" });
  });

  it("ends the call when its reader stops", async () => {
    server.next({ kind: "hang", text: "運費是一" });
    for await (const piece of client.stream(call)) if (piece) break;
    await expect.poll(() => server.chats[0]?.isAborted).toBe(true);
  });
});

describe("an endpoint that isn't there", () => {
  it("is unavailable", async () => {
    // No port that was just given back: another test's server may have it by now.
    await expect(clientFor("http://127.0.0.1:9/v1").generate(call)).rejects.toMatchObject({
      fault: "unavailable",
    });
  });
});
