import { beforeAll, describe, expect, it } from "vitest";
import { extractAnswer } from "@/lib/answers/extract/extract-answer";
import { surenessOf } from "@/lib/answers/part/sureness";
import { prepareVersion } from "@/lib/knowledge/documents/versions/prepare-version";
import { BotIndex } from "@/lib/knowledge/index/bot-index";
import { encodeVectors, toUnitLength } from "@/lib/knowledge/index/vectors";
import { findContext } from "@/lib/knowledge/query/find-context";
import { demoQuestions } from "./questions";
import { teaShop } from "./tea-shop";

const sevenDays = "收到商品的隔天起算 7 天內都能申請";

/** What visitors ask most, and words that must stand in what is quoted to them. */
const keyQuestions = [
  ["可以退貨嗎？", sevenDays],
  ["可以退貨嗎?", sevenDays],
  ["可以退貨嗎", sevenDays],
  ["能退貨嗎？", sevenDays],
  ["我想退貨", sevenDays],
  ["可以退嗎", sevenDays],
  ["可不可以退貨", sevenDays],
  ["买了不喜欢能退货吗", sevenDays],
  ["怎麼退貨", "按「申請退貨」"],
  ["滿多少免運？", "單筆滿 NT$1,200 免運費"],
  ["寄到澎湖要多少錢？", "運費 NT$200"],
  ["可以寄香港嗎？", "目前不寄送"],
  ["退款要等多久", "7 個工作日內退款"],
  ["可以用街口嗎", "目前不支援 Apple Pay、Google Pay、街口支付"],
  ["禮拜一有開嗎", "週一：公休"],
  ["星期一有營業嗎？", "公休"],
  ["颱風天會開嗎", "門市公休"],
  ["門市在哪裡？", "霧腳街 12 號 1 樓"],
  ["發票可以打統編嗎？", "填 8 碼統一編號和公司抬頭"],
  ["統一編號忘記打了怎麼辦", "我們作廢後重開"],
  ["高山烏龍一包多少錢？", "75 公克 NT$420"],
  ["红玉红茶多少钱", "75 公克 NT$480"],
  ["蓋杯可以刻字嗎？", "每只加 NT$150"],
  ["第一泡要倒掉嗎", "第一泡就可以喝"],
  ["生日有優惠嗎", "NT$100 折價券"],
  ["加入會員要錢嗎？", "免費加入會員"],
  ["我想取消訂單", "還沒出貨的訂單都可以取消"],
] as const;

type Reply = { state: string; first: string | undefined; quotes: { title: string; text: string }[] };

let ask: (question: string, earlier?: string[]) => Reply;

beforeAll(async () => {
  ask = await openShop();
});

describe("the tea shop without a key", () => {
  it.each(keyQuestions)("answers %s", (question, words) => {
    const { quotes } = ask(question);
    expect(quotes.map(({ text }) => text).join("\n")).toContain(words);
  });

  it("answers whether goods can be returned by the rule itself", () => {
    for (const question of ["可以退貨嗎？", "能退貨嗎？", "我想退貨", "可不可以退貨"]) {
      const { state, quotes } = ask(question);
      expect([question, state]).toEqual([question, "answer"]);
      expect(quotes[0]?.text, question).toContain("網路訂單可以退貨");
    }
  });

  it("begins with the sentence that has all of the question, not with one that has a part", () => {
    expect(ask("紅玉紅茶要泡多久").quotes[0]?.text).toMatch(/^(?:- )?紅玉紅茶.*第一泡/u);
  });

  it("reads a follow-up with the question before it", () => {
    const { state, quotes } = ask("那運費呢？", ["可以寄到離島嗎？"]);
    expect(state).toBe("answer");
    expect(quotes.map(({ text }) => text).join("\n")).toContain("運費 NT$200");
  });

  it("quotes the right document first for nine questions in ten", () => {
    const answerable = demoQuestions.filter(({ title }) => title !== null);
    const missed = answerable.filter(({ question, title }) => ask(question).quotes[0]?.title !== title);
    expect(missed.length, missed.map(({ question }) => question).join(" ")).toBeLessThanOrEqual(
      answerable.length * 0.1,
    );
  });

  it("does not answer what the shop says nothing about", () => {
    expect(ask("你們總統是誰?").state).toBe("unknown");
    const foreign = demoQuestions.filter(({ title }) => title === null);
    const invented = foreign.filter(({ question }) => ask(question).state === "answer");
    expect(invented.length, invented.map(({ question }) => question).join(" ")).toBeLessThanOrEqual(
      foreign.length * 0.15,
    );
  });
});

describe("the tea shop with embeddings", () => {
  const answerable = demoQuestions.flatMap(({ question, title }) =>
    title === null ? [] : [{ question, title }],
  );

  it("loses nothing by vectors that mean nothing", async () => {
    const hybrid = await openShop((text) => directionOf(text));
    const isFound = (found: typeof ask) =>
      answerable.filter(({ question, title }) => found(question).first === title);
    expect(isFound(hybrid).length).toBeGreaterThanOrEqual(isFound(ask).length - answerable.length * 0.01);
  });

  it("finds what vectors know", async () => {
    const hybrid = await openShop((text) => {
      const known = answerable.find(({ question }) => question === text);
      return directionOf(known?.title ?? text.split("\n")[0] ?? "");
    });
    const missed = answerable.filter(({ question, title }) => hybrid(question).first !== title);
    expect(missed).toEqual([]);
  });
});

/** A direction in 256 dimensions, the same for the same text and by chance for any two. */
function directionOf(text: string): number[] {
  let state = [...text].reduce(
    (sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 2147483647,
    7,
  );
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({ length: 256 }, () => next() + next() + next() - 1.5);
}

async function openShop(embed?: (text: string) => number[]): Promise<typeof ask> {
  const versions = await Promise.all(
    teaShop.documents.map(({ title, content }) => prepareVersion(title, content)),
  );
  const index = await BotIndex.load(
    versions.map(({ title, content, segment, passages }, id) => {
      const texts = passages.map(({ start, end }) => `${title}\n${content.slice(start, end)}`);
      const vectors = embed && encodeVectors(texts.map(embed));
      return { id: String(id), segment, vectors, vectorModel: "stub" };
    }),
  );
  return (question, earlier = []) => {
    const context = findContext(
      question,
      earlier.map((content) => ({ role: "user", content })),
    );
    const questionVectors = embed && new Map([["stub", toUnitLength(embed(question))]]);
    const { hits, terms, ...found } = index.search(question, { limit: 3, context, questionVectors });
    const passages = hits.flatMap(({ versionId, passage: ordinal, score }) => {
      const version = versions[Number(versionId)];
      const passage = version?.passages[ordinal];
      return version && passage ? [{ ...passage, title: version.title, text: version.content, score }] : [];
    });
    const confidence = surenessOf({
      confidence: hits[0]?.confidence ?? 0,
      rival: found.rival,
      terms,
      passages,
    });
    const { state, quotes } = extractAnswer({ question, terms, confidence, passages });
    return {
      state,
      first: passages[0]?.title,
      quotes: quotes.flatMap(({ passage, start, end }) => {
        const quoted = passages[passage];
        return quoted ? [{ title: quoted.title, text: quoted.text.slice(start, end) }] : [];
      }),
    };
  };
}
