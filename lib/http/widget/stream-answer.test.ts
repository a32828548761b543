import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { MessageResponse } from "@/lib/contract/message";
import { AppError } from "@/lib/errors";
import { streamAnswer, wantsStream } from "./stream-answer";

const body: MessageResponse = {
  success: true,
  reply: "七天內可退。",
  extra_replies: [],
  chat_id: "web_00000000",
  turn_id: "01900000-0000-7000-8000-000000000000",
  message_id: "01900000-0000-7000-8000-000000000001",
  sources: [],
  answered: true,
  handoff: false,
};
const toErrorBody = () => ({ success: false as const, error: "壞了" });
const here = () => new AbortController().signal;

async function readEvents(response: Response) {
  const text = await response.text();
  return text
    .split("\n\n")
    .filter(Boolean)
    .map((event) => {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? [];
      return [name, JSON.parse(data ?? "null")];
    });
}

describe("wantsStream", () => {
  const accepts = (accept?: string) =>
    wantsStream(new Request("http://a.example", accept === undefined ? {} : { headers: { accept } }));
  it.each(["text/event-stream", "Text/Event-Stream; q=1", "application/json, text/event-stream"])(
    "%s",
    (accept) => expect(accepts(accept)).toBe(true),
  );
  it.each([undefined, "", "*/*", "application/json", "text/event-streams"])("not %s", (accept) =>
    expect(accepts(accept)).toBe(false),
  );
});

describe("streamAnswer", () => {
  it("sends words as they come, then exactly the body", async () => {
    const run = async (onDelta: (text: string) => void) => {
      onDelta("七天內");
      onDelta("");
      await sleep(5);
      onDelta("可退。");
      return body;
    };
    const response = await streamAnswer(here(), run, toErrorBody);
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(await readEvents(response)).toEqual([
      ["delta", { text: "七天內" }],
      ["delta", { text: "可退。" }],
      ["done", body],
    ]);
  });

  it("sends an answer without words of its own as one delta", async () => {
    expect(await readEvents(await streamAnswer(here(), async () => body, toErrorBody))).toEqual([
      ["delta", { text: "七天內可退。" }],
      ["done", body],
    ]);
  });

  it("begins with the first word, before the rest is there", async () => {
    const { promise: rest, resolve } = Promise.withResolvers<MessageResponse>();
    const response = await streamAnswer(
      here(),
      (onDelta) => {
        onDelta("七");
        return rest;
      },
      toErrorBody,
    );
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(
      'event: delta\ndata: {"text":"七"}\n\n',
    );
    resolve(body);
  });

  it("throws what fails before the first byte", async () => {
    const failure = new AppError("unavailable", "no");
    await expect(streamAnswer(here(), () => Promise.reject(failure), toErrorBody)).rejects.toBe(failure);
  });

  it("ends with an error event after it", async () => {
    const run = async (onDelta: (text: string) => void) => {
      onDelta("七");
      throw new Error("broken");
    };
    expect(await readEvents(await streamAnswer(here(), run, toErrorBody))).toEqual([
      ["delta", { text: "七" }],
      ["error", { success: false, error: "壞了" }],
    ]);
  });

  it.each(["by the connection", "by the reader"])("tells that the visitor left: %s", async (way) => {
    const connection = new AbortController();
    const { promise: left, resolve: noticeLeaving } = Promise.withResolvers<void>();
    const response = await streamAnswer(
      connection.signal,
      (onDelta, signal) => {
        onDelta("七");
        return new Promise((_, reject) =>
          signal.addEventListener("abort", () => {
            noticeLeaving();
            reject(signal.reason);
          }),
        );
      },
      () => {
        throw new Error("nobody is there to tell");
      },
    );
    if (way === "by the connection") connection.abort();
    else await response.body?.cancel();
    await left;
  });
});
