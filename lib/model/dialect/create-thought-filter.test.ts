import { describe, expect, it } from "vitest";
import { createThoughtFilter } from "./create-thought-filter";

function filter(text: string, { length = text.length, isCut = false, isEndOnly = false } = {}) {
  const filter = createThoughtFilter(isEndOnly);
  let said = "";
  const take = ({ text, isRestart }: { text: string; isRestart: boolean }) => {
    said = isRestart ? text : said + text;
  };
  for (let at = 0; at < text.length; at += length) take(filter.push(text.slice(at, at + length)));
  take(filter.end(isCut));
  return said.trim();
}

const answer = '七天內可退，3 < 5。[1: "七天內"] assisted, analysis 2 <b';
const thought = "使用者問退貨。\n草稿：八天。[1] 不對，a < b & c 要改";
const forms: [string, string, string][] = [
  ...["think", "thinking", "thought", "reasoning", "THINK", "reflection", "seed:think"].map(
    (name): [string, string, string] => [name, `<${name}>`, `</${name}>`],
  ),
  ["with attributes", '<think lang="zh">', "</think>"],
  ["triangles", "◁think▷", "◁/think▷"],
  ["brackets", "[THINK]", "[/THINK]"],
  ["escaped", "&lt;think&gt;", "&lt;/think&gt;"],
  ["details", '<details type="reasoning" done="true">\n<summary>Thought for 3 s</summary>', "</details>"],
  ["channels", "<|channel|>analysis<|message|>", "<|end|><|start|>assistant<|channel|>final<|message|>"],
  ["lost channels", "analysis", "assistantfinal"],
  ["tokens", "<|begin_of_thought|>", "<|end_of_thought|>"],
  ["other tokens", "<|START_THINKING|>", "<|END_THINKING|>"],
];

describe.each(forms)("thoughts as %s", (name, begin, end) => {
  it.each([1, 2, 3, 7, 1_000])("are not said, in pieces of %i", (length) => {
    expect(filter(`${begin}${thought}${end}\n${answer}`, { length })).toBe(answer);
    expect(filter(`\n${begin}${end}${answer}`, { length })).toBe(answer);
    expect(filter(`${begin}${thought}`, { length })).toBe("");
    if (/^<?(?:\||◁|details|lost|channels)/.test(begin) || name.startsWith("lost") || name === "details")
      return;
    expect(filter(`${thought}${end}${answer}`, { length })).toBe(answer);
    expect(filter(`${thought}${end}${answer}`, { length, isEndOnly: true })).toBe(answer);
  });
});

describe("createThoughtFilter", () => {
  it.each([
    [answer, answer],
    ["", ""],
    ["analysis 報告 7 天。", "analysis 報告 7 天。"],
    ["<think>a<think>b</think>c</think>好。", "好。"],
    ["<think>說 <think> 是標記</think>好。", "好。"],
    ["<think>a</think>好。</think>", "好。"],
    ["a</think>", ""],
    ["<think>a</thinking>好。", "好。"],
    ["一。<think>a</think>二。", "一。二。"],
    ["一。<think>沒完", "一。"],
    ["<|channel|>final<|message|>好。<|return|>", "好。"],
    ["好。<|im_end|><｜end▁of▁sentence｜>", "好。"],
    ["<details><summary>更多</summary>好。</details>", "<details><summary>更多</summary>好。</details>"],
    ["[1] [TH", "[1] [TH"],
  ])("%j", (text, expected) => {
    for (const length of [1, 2, 5, 1_000]) expect(filter(text, { length })).toBe(expected);
  });

  it("says nothing before the end of thoughts that are known to have no beginning", () => {
    const known = createThoughtFilter(true);
    expect(known.push("草稿：七天。[1]")).toEqual({ text: "", isRestart: false });
    expect(known.push("</think>好。")).toEqual({ text: "好。", isRestart: false });
    expect(known.found()).toEqual({ hasThoughts: true, isEndOnly: true });
    expect(filter("好。", { isEndOnly: true })).toBe("好。");
    expect(filter("好", { isEndOnly: true, isCut: true })).toBe("");
  });

  it("tells that what was said was a thought", () => {
    const unknown = createThoughtFilter();
    expect(unknown.push("草稿：七天。")).toEqual({ text: "草稿：七天。", isRestart: false });
    expect(unknown.push("</think>好。")).toEqual({ text: "好。", isRestart: true });
  });

  it("holds back no more than a mark may be long", () => {
    const held = createThoughtFilter();
    expect(held.push(`<a ${"x".repeat(300)}`).text).not.toBe("");
    expect(held.push("a <").text + held.push(" b").text).toContain("<");
  });
});
