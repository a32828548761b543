import { expect, it } from "vitest";
import { BotIndex } from "./bot-index";
import { buildSegment } from "./build-segment";
import { encodeSegment } from "./segment";

async function indexOf(documents: Record<string, { title?: string; text: string; questions?: string[] }>) {
  return BotIndex.load(
    Object.entries(documents).map(([id, { title = "", text, questions = [] }]) => {
      const head = questions.join("\n");
      const asked = [...head.matchAll(/.+/gu)].map(({ index, 0: line }) => ({
        start: index,
        end: index + line.length,
      }));
      const whole = head ? `${head}\n${text}` : text;
      const answer = { start: whole.length - text.length, end: whole.length };
      const passage = {
        start: 0,
        end: whole.length,
        headings: [],
        ...(head ? { questions: asked, answer } : {}),
      };
      return { id, segment: encodeSegment(buildSegment({ title, text: whole, passages: [passage] })) };
    }),
  );
}

const order = (index: BotIndex, question: string) =>
  index.search(question, { limit: 5 }).hits.map(({ versionId }) => versionId);

it("prefers a passage that says it in one sentence to one that says it in pieces", async () => {
  const index = await indexOf({
    pieces: { text: "高山茶很香。禮盒有三種。退換貨請來電。保存期限見包裝。" },
    one: { text: "高山茶禮盒的保存期限是兩年。歡迎選購。門市提供試喝。請多指教。" },
  });
  expect(order(index, "高山茶禮盒保存期限")[0]).toBe("one");
});

it("takes the best of the ways to ask, not their sum", async () => {
  const index = await indexOf({
    many: { text: "請洽門市。", questions: ["茶葉怎麼買", "茶葉怎麼泡", "茶葉怎麼選", "茶葉怎麼送"] },
    right: { text: "放在陰涼處。", questions: ["茶葉怎麼保存", "開封後怎麼放"] },
  });
  expect(order(index, "茶葉要怎麼保存")[0]).toBe("right");
});

it("finds a document by its title alone", async () => {
  const index = await indexOf({
    a: { title: "隱私權政策", text: "我們只收集必要的資料。" },
    b: { title: "退換貨政策", text: "七天內可來信。" },
  });
  expect(order(index, "隱私權")).toEqual(["a"]);
});
