import { describe, expect, it } from "vitest";
import { mayBeWrapped, unwrapReply } from "./unwrap-reply";

describe("unwrapReply", () => {
  it.each([
    ['{"answer": "運費 100 元。[1]"}', "運費 100 元。[1]"],
    ['```json\n{"answer": "運費 100 元。", "sources": [1, 2]}\n```', "運費 100 元。 [1] [2]"],
    ['{"answer": "運費 100 元。", "passage": 1, "quote": "運費 100 元"}', '運費 100 元。 [1: "運費 100 元"]'],
    [
      '{"sentences": [{"text": "甲。", "citations": [{"passage": 1, "quote": "甲乙"}]}, {"text": "丙。", "source": "2"}]}',
      '甲。 [1: "甲乙"]\n丙。 [2]',
    ],
    ['{"name": "answer", "arguments": {"text": "七天內可退。[1]"}}', "七天內可退。[1]"],
    [
      '<tool_call>\n{"name": "reply", "arguments": "{\\"answer\\": \\"七天內可退。\\"}"}\n</tool_call>',
      "七天內可退。",
    ],
    ['[{"name": "reply", "parameters": {"message": "好。"}}]', "好。"],
    ['{"運費": "100 元", "免運門檻": 1200}', "運費：100 元\n免運門檻：1200"],
    ['["甲。", "乙。"]', "甲。\n乙。"],
    ['{"answer": "NO_ANSWER"}', "NO_ANSWER"],
    ["{沒有結束", "{沒有結束"],
    ["七天內可退。[1]", "七天內可退。[1]"],
    ["{}", "{}"],
  ])("%s", (reply, text) => expect(unwrapReply(reply)).toBe(text));

  it.each(["{", "[", '{"a":', "[[", '{"answer":'])("reads no endless depth of %s", (piece) => {
    expect(unwrapReply(piece.repeat(2_000))).toBe(piece.repeat(2_000));
    const deep = `${'{"answer":'.repeat(500)}"x"${"}".repeat(500)}`;
    expect(unwrapReply(deep)).toBe(deep);
  });
});

describe("mayBeWrapped", () => {
  it.each([
    ["", null],
    ["\n ", null],
    ["{", true],
    ["[", null],
    ["[1", false],
    ['[{"', true],
    ["``", null],
    ["```json", null],
    ["```json\n{", true],
    ["```bash\nls", false],
    ["<tool", null],
    ["<tool_call>", true],
    ["七", false],
    ["[TOOL_CALLS]", true],
  ])("%j: %s", (start, expected) => expect(mayBeWrapped(start)).toBe(expected));
});
