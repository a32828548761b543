import { describe, expect, it } from "vitest";
import { createReplyReader, type ReplySentence } from "./read-reply";

function read(reply: string, pieceLength = reply.length): ReplySentence[] {
  const reader = createReplyReader();
  const sentences: ReplySentence[] = [];
  for (let at = 0; at < reply.length; at += pieceLength)
    sentences.push(...reader.push(reply.slice(at, at + pieceLength)));
  return [...sentences, ...reader.end()];
}

const show = (sentences: ReplySentence[]) =>
  sentences.map(({ text, citations }) => [
    text,
    ...citations.map(({ passage, quote }) => `${passage}${quote && `=${quote}`}`),
  ]);

describe("createReplyReader", () => {
  it.each<[string, string[][]]>([
    [
      "七天內可退。[1] 運費自付。[2]",
      [
        ["七天內可退。", "1"],
        [" 運費自付。", "2"],
      ],
    ],
    [
      "七天內可退[1]。運費自付【2】。",
      [
        ["七天內可退。", "1"],
        ["運費自付。", "2"],
      ],
    ],
    ['七天內可退。[1: "收到後七天。保持全新"] 好', [["七天內可退。", "1=收到後七天。保持全新"], [" 好"]]],
    ["七天內可退。[1：「收到後七天」][2]", [["七天內可退。", "1=收到後七天", "2"]]],
    ["七天內可退。[1, 3]", [["七天內可退。", "1", "3"]]],
    [
      "付款方式：\n- 信用卡[1]\n- 貨到付款[1]\n",
      [["付款方式：\n"], ["- 信用卡\n", "1"], ["- 貨到付款\n", "1"]],
    ],
    [
      "Ships by 2 p.m. daily at 3.5 kg. [1] Really?! Yes.",
      [["Ships by 2 p.m."], [" daily at 3.5 kg.", "1"], [" Really?!"], [" Yes."]],
    ],
    ["他說「可以。」然後走了。", [["他說「可以。」"], ["然後走了。"]]],
    ["看[這裡](https://a.example/1)。", [["看[這裡](https://a.example/1)。"]]],
    ["七天內可退\n【1】終身免費\n", [["七天內可退\n"], ["終身免費\n", "1"]]],
    ["沒說完", [["沒說完"]]],
    ['斷在引文[1: "收到', [["斷在引文"]]],
    ['七天內可退。[1: "收到\n運費自付。', [["七天內可退。"], ["\n"], ["運費自付。"]]],
    ["\n\n七天。", [["\n\n七天。"]]],
    ["", []],
  ])("%j", (reply, expected) => {
    expect(show(read(reply))).toEqual(expected);
    for (const length of [1, 2, 3, 5]) expect(show(read(reply, length))).toEqual(expected);
  });

  it.each([" ", "\n", "好", "[1", '[1: "a', "。"])("isn't kept busy by a runaway: %j", (text) => {
    const reader = createReplyReader();
    for (let count = 0; count < 3_000; count++) {
      reader.push(text);
    }
    reader.end();
  });
});
