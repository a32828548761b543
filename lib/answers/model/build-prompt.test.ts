import { describe, expect, it } from "vitest";
import type { ModelMessage } from "@/lib/model/client";
import { buildPrompt } from "./build-prompt";
import { estimateTokens } from "./estimate-tokens";

const passages = Array.from({ length: 10 }, (_, at) => {
  const text = `第${at}段。${"茶".repeat(200)}`;
  return { title: "茶", headings: ["保存"], text, start: 0, end: text.length };
});
const history: ModelMessage[] = Array.from({ length: 10 }, (_, at) => ({
  role: at % 2 === 0 ? "user" : "assistant",
  content: `第 ${at} 句${"話".repeat(100)}`,
}));
const question = "怎麼保存？";

function build(maxTokens?: number) {
  const prompt = buildPrompt({
    question,
    history,
    passages,
    wishes: "親切",
    ...(maxTokens && { maxTokens }),
  });
  const texts = [prompt.instructions, ...prompt.messages.map(({ content }) => content)];
  return { ...prompt, size: texts.reduce((sum, text) => sum + estimateTokens(text), 0) };
}

describe("buildPrompt", () => {
  it("holds everything that fits, the question last", () => {
    const { messages, passageCount, mark } = build();
    expect(passageCount).toBe(10);
    expect(messages).toHaveLength(11);
    const last = messages.at(-1)?.content ?? "";
    expect(last).toContain(`passage 1 ${mark}: 茶 › 保存\n第0段。`);
    expect(last.endsWith(`question ${mark}\n${question}\nend question ${mark}`)).toBe(true);
  });

  it("cuts passages first, then history from its oldest turn, then passages down to one", () => {
    const full = build(20_000);
    const fewer = build(full.size - 500);
    expect([fewer.passageCount, fewer.messages.length]).toEqual([7, 11]);
    const short = build(full.size - 2_000);
    expect(short.passageCount).toBe(3);
    expect(short.messages.length).toBeLessThan(11);
    expect(short.messages[0]?.content).not.toContain("第 0 句");
    const tiny = build(1);
    expect([tiny.passageCount, tiny.messages.length]).toEqual([1, 1]);
    expect(tiny.messages[0]?.content).toContain(question);
    expect(tiny.instructions.replaceAll(tiny.mark, "")).toBe(full.instructions.replaceAll(full.mark, ""));
  });

  it("stays within its budget", () => {
    for (const room of [2_500, 3_000, 4_000]) expect(build(room).size).toBeLessThanOrEqual(room);
  });

  it("marks each prompt anew, and leaves out wishes that aren't there", () => {
    expect(build().mark).not.toBe(build().mark);
    const { messages } = buildPrompt({ question, history: [], passages, wishes: " \u200b " });
    expect(messages[0]?.content).not.toContain("wishes on tone");
  });
});
