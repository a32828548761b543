import { describe, expect, it } from "vitest";
import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { BotIndex } from "@/lib/knowledge/index/bot-index";
import { buildSegment } from "@/lib/knowledge/index/build-segment";
import { encodeSegment } from "@/lib/knowledge/index/segment";
import { TEA_SHOP } from "@/test/fixtures/test-documents";
import { extractAnswer } from "./extract-answer";

async function ask(
  documents: Record<string, { title: string; text: string }>,
  question: string,
  grows?: boolean,
) {
  const cut = new Map(Object.entries(documents).map(([id, { text }]) => [id, splitPassages(text)]));
  const index = await BotIndex.load(
    Object.entries(documents).map(([id, { title, text }]) => ({
      id,
      segment: encodeSegment(buildSegment({ title, text, passages: cut.get(id) ?? [] })),
    })),
  );
  const { hits, terms, confidence } = index.search(question, { limit: 3 });
  const passages = hits.flatMap((hit) => {
    const passage = cut.get(hit.versionId)?.[hit.passage];
    const { title = "", text = "" } = documents[hit.versionId] ?? {};
    return passage ? [{ ...passage, title, text, score: hit.score }] : [];
  });
  const answer = extractAnswer({
    question,
    terms,
    confidence,
    passages,
    ...(grows === undefined ? {} : { grows }),
  });
  const read = (quote: { passage: number; start: number; end: number }) =>
    passages[quote.passage]?.text.slice(quote.start, quote.end) ?? "";
  return { ...answer, passages, texts: answer.quotes.map(read), moreText: answer.more && read(answer.more) };
}

describe("extractAnswer", () => {
  it("quotes the sentence that answers", async () => {
    const { state, texts } = await ask(TEA_SHOP, "退款要幾天？");
    expect(state).toBe("answer");
    expect(texts[0]).toContain("五個工作天");
  });

  it("gives the whole answer of a short pair", async () => {
    const { texts } = await ask(TEA_SHOP, "茶葉怎麼保存");
    expect(texts[0]).toBe("請密封放在陰涼乾燥處，避免陽光直射。開封後建議三個月內喝完。");
  });

  it("passes over what is said of all but the thing that is asked of", async () => {
    const text = `價格為一般價，都含冷氣費（泳池以外場地清潔費用另加 300 元）。\n\n| 場地 | 半天 | 一天 |\n| --- | --- | --- |\n| 泳池（整池） | 3,500 | 6,000 |\n| 羽球場 | 500 | 800 |`;
    const { texts } = await ask({ pool: { title: "場地價目表", text }, ...TEA_SHOP }, "泳池多少錢");
    expect(texts[0]).toContain("6,000");
  });

  it("reads a list with its lead-in", async () => {
    const { texts } = await ask(TEA_SHOP, "有哪些付款方式？");
    expect(texts[0]).toMatch(/^我們接受以下付款方式：\n- 信用卡[\s\S]*貨到付款/u);
  });

  it("gives the section that the question names", async () => {
    const text = `## 營業時間\n\n- 週二到週日：11:00 開門。\n- 週一：公休。\n\n## 停車\n\n門口不能停車。\n\nQ：門市營業到幾點？\nA：營業到八點。`;
    const { texts, moreText } = await ask({ shop: { title: "門市", text }, ...TEA_SHOP }, "營業時間");
    expect(texts).toEqual(["- 週二到週日：11:00 開門。\n- 週一：公休。"]);
    expect(moreText).toBeNull();
  });

  it("begins with the document's first section where only its title is asked for", async () => {
    const text = "## 網路訂單\n\n- 信用卡：不收手續費。\n- 轉帳：三天內付清。\n\n## 實體店面\n\n現場收現金。";
    const { texts } = await ask({ pay: { title: "付款方式", text } }, "付款方式有哪些");
    expect(texts).toEqual(["- 信用卡：不收手續費。\n- 轉帳：三天內付清。"]);
  });

  it("gives the one item or row that is asked for", async () => {
    const shop = {
      list: { title: "運費", text: "- 本島：運費 100 元。\n- 離島：運費 200 元。\n- 冷藏：運費 180 元。" },
      table: {
        title: "價目",
        text: "| 項目 | 費用 | 備註 |\n|---|---|---|\n| 掛號 | 150 元 | 老人免收 |\n| 洗牙 | 900 元 | 自費 |",
      },
    };
    expect(await ask(shop, "離島的運費")).toMatchObject({ texts: ["- 離島：運費 200 元。"], moreText: null });
    expect(await ask(shop, "洗牙多少錢")).toMatchObject({
      texts: ["| 洗牙 | 900 元 | 自費 |"],
      moreText: null,
    });
  });

  it("gives the whole table where a column is asked for", async () => {
    const table = "| 時段 | 平日 | 週六 |\n|---|---|---|\n| 早診 | 9:00 | 10:00 |\n| 晚診 | 18:30 | 休診 |";
    const { texts } = await ask(
      { clinic: { title: "門診", text: `早上請先掛號。\n\n${table}` } },
      "週六有看嗎",
    );
    expect(texts).toEqual([table]);
  });

  it("puts the line that is about what is asked first", async () => {
    const text = "接到自稱本店的電話請掛斷。\n\n電話：02-1234-5678\n統一編號：12345675";
    const { texts } = await ask({ contact: { title: "", text } }, "電話");
    expect(texts[0]).toContain("電話：02-1234-5678");
  });

  it("joins two sentences only where nothing stands between them", async () => {
    const shop = (text: string) => ({ note: { title: "", text } });
    const apart = await ask(
      shop("退款要五天。門市在台北。歡迎光臨。退款走原路。茶很香。"),
      "退款方式",
      false,
    );
    expect(apart.texts.toSorted()).toEqual(["退款要五天。", "退款走原路。"].toSorted());
    const beside = await ask(
      shop("退款要五天。退款走原路。門市在台北。歡迎光臨。茶很香。"),
      "退款方式",
      false,
    );
    expect(beside.texts).toEqual(["退款要五天。退款走原路。"]);
  });

  it("quotes the steps of a numbered list together, but a bullet by itself", async () => {
    const list = (mark: (index: number) => string) =>
      ["寫信說明退貨原因。", "等物流來收件。", "把外盒交給司機。"]
        .map((step, index) => `${mark(index)}${step}`)
        .join("\n");
    const shop = (text: string) => ({
      note: { title: "", text: `每天營業到八點。\n\n${text}\n\n門市在台北。` },
    });
    const steps = list((index) => `${index + 1}. `);
    expect((await ask(shop(steps), "退貨原因")).texts).toEqual([steps]);
    expect((await ask(shop(list(() => "- ")), "退貨原因")).texts).toEqual(["- 寫信說明退貨原因。"]);
  });

  it("offers the rest of a list that was too long to quote", async () => {
    const items = Array.from(
      { length: 14 },
      (_, item) => `${item + 1}. 步驟${item + 1}：沖泡前請先溫壺並且把水倒掉。`,
    );
    const { texts, moreText } = await ask(
      { steps: { title: "泡茶步驟", text: `泡茶步驟如下：\n${items.join("\n")}` }, ...TEA_SHOP },
      "泡茶步驟有哪些",
    );
    expect(texts[0]).toMatch(/^泡茶步驟如下：\n1\. /u);
    expect(moreText).toContain("步驟14");
  });

  it("says so when the documents don't hold it", async () => {
    expect(await ask(TEA_SHOP, "推薦一家汽車保養廠")).toMatchObject({
      state: "unknown",
      quotes: [],
      more: null,
    });
  });

  it("follows the thresholds it is given", () => {
    const text = "營業到八點。";
    const input = {
      question: "營業",
      terms: [{ term: 0x8425, weight: 1, idf: 1, isKnown: true }],
      passages: [{ title: "", text, start: 0, end: text.length, headings: [], score: 1 }],
      thresholds: { answer: 0.6, maybe: 0.4 },
    };
    expect(extractAnswer({ ...input, confidence: 0.7 }).state).toBe("answer");
    expect(extractAnswer({ ...input, confidence: 0.5 }).state).toBe("maybe");
    expect(extractAnswer({ ...input, confidence: 0.3 }).state).toBe("unknown");
  });

  it("only ever quotes literal spans of its passages, at most two, without overlap", async () => {
    const random = randomNumbers(11);
    const pieces = [
      "運費 100 元。",
      "退貨：\n",
      "- 七天內\n",
      "1. 先來信\n",
      "\n\n",
      "ﾎﾟｲﾝﾄ 付款？",
      "Q：運費？\nA：",
      "𠮷野 tea. ",
      "「退貨。」",
      "　",
      "# 運費\n",
      "| 運費 | 100 |\n",
      "|---|---|\n",
      "付款\t100\n",
      "e\u0301 ",
    ];
    for (let round = 0; round < 150; round++) {
      const text = Array.from(
        { length: 1 + random() * 40 },
        () => pieces[Math.floor(random() * pieces.length)],
      ).join("");
      const { quotes, more, passages } = await ask(
        { random: { title: "運費", text } },
        "退貨 運費 100 付款 tea ポイント",
      );
      expect(quotes.length).toBeLessThanOrEqual(2);
      for (const quote of [...quotes, ...(more ? [more] : [])]) {
        const passage = passages[quote.passage];
        expect(
          passage && passage.start <= quote.start && quote.start < quote.end && quote.end <= passage.end,
        ).toBe(true);
        const shown = text.slice(quote.start, quote.end);
        expect(shown).toBe(shown.trim());
        expect(shown).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/u);
      }
      const [first, second] = quotes;
      if (first && second) expect(first.end <= second.start || second.end <= first.start).toBe(true);
    }
  });
});

/** Numbers from 0 to 1, the same each run (Park and Miller's minimal standard generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
