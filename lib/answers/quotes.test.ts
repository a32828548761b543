import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readText } from "@/lib/language/markup/read-text";
import { createModelClient, type ModelClient } from "@/lib/model/client";
import { askBot } from "@/test/ask-bot";
import { openShop } from "@/test/fixtures/open-shop";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { type OpenAiServer, startOpenAiServer } from "@/test/servers/openai-server";
import type { Answer, AnsweringBot, Question } from "./answer";
import { readSmallTalk } from "./small-talk/read-small-talk";

let test: Awaited<ReturnType<typeof createTestDb>>;
let server: OpenAiServer;
let model: ModelClient;

beforeAll(async () => {
  [test, server] = await Promise.all([createTestDb(), startOpenAiServer()]);
  model = createModelClient({
    OPENAI_API_KEY: "test-key",
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_MODEL: undefined,
  });
});
afterAll(() => Promise.all([test.close(), server.close()]));

function ask(
  question: string,
  { as, by = model, ...more }: Partial<Question> & { as: AnsweringBot; by?: ModelClient | null },
) {
  return askBot(createTestContext({ db: test.db, model: by }), as, question, more);
}

describe("quotes", () => {
  it("stand literally in what a reader of the document sees, whatever documents hold and a model makes up", async () => {
    const shown = { plain: 0, model: 0 };
    for (const seed of [7, 21, 99]) {
      const random = randomNumbers(seed);
      const pick = <T>(list: readonly [T, ...T[]]) => list[Math.floor(random() * list.length)] ?? list[0];
      const documents = Array.from({ length: 6 }, (_, at) => ({
        title: `${pick(subjects)} ${at}`,
        content: writeDocument(random),
      }));
      const as = await openShop(
        test.db,
        Object.fromEntries(documents.map((document) => [document.title, document])),
      );
      const contentOf = new Map(
        (
          await test.db.document.findMany({ where: { botId: as.id }, include: { publishedVersion: true } })
        ).map(({ id, publishedVersion }) => [id, readText(publishedVersion?.content ?? "").seen.text]),
      );
      const truths = documents
        .flatMap(({ content }) => content.split(/[，。\n]/u))
        .filter((part) => part.length > 3);
      const [first = "", ...others] = truths;
      const check = ({ sources }: Answer) => {
        for (const { quote, best, documentId } of sources) {
          expect(contentOf.get(documentId), quote).toContain(quote);
          if (best !== undefined) expect(quote).toContain(best);
          expect(quote.trim()).not.toBe("");
        }
        return sources.length;
      };
      for (let round = 0; round < 60; round++) {
        const subject = pick(subjects);
        const question = pick([
          `${subject}要多久？`,
          `請問${subject}怎麼算`,
          `${subject} ok?`,
          pick([first, ...others]).slice(0, 30),
        ]);
        shown.plain += check(await ask(question, { as, by: null }));

        const sentence = () => {
          const said = random() < 0.75 ? pick([first, ...others]) : pick(lies);
          const quoted = random() < 0.5 ? pick([first, ...others]).slice(0, 1 + random() * 20) : pick(lies);
          const cited = pick([
            "",
            `[${Math.ceil(random() * 12)}]`,
            `[${Math.ceil(random() * 4)}: "${quoted}"]`,
            `【1：「${quoted}」】`,
            `[1: "${quoted}`,
          ]);
          return `${said}${pick(["。", "！", "\n", "，"])}${cited}`;
        };
        server.next({
          kind: "text",
          text: Array.from({ length: 1 + random() * 5 }, sentence).join(""),
          pieceLength: 1 + Math.floor(random() * 9),
        });
        const deltas: string[] = [];
        const answer = await ask(question, { as, onDelta: (text) => deltas.push(text) });
        server.reset();
        shown.model += check(answer);
        const isSmallTalk = answer.sources.length === 0 && readSmallTalk(question) !== null;
        if (answer.sources.length === 0) expect(answer.answered).toBe(isSmallTalk ? null : false);
        else expect(answer.answered).not.toBeNull();
        expect([...answer.bubbles, ...deltas].join("")).not.toMatch(/evil|終身免費|free forever|<b>/);
      }
    }
    expect(shown.plain).toBeGreaterThan(100);
    expect(shown.model).toBeGreaterThan(100);
  });
});

const subjects = ["退貨", "運費", "保固", "訂金", "Shipping", "会员积分", "ポイント"] as const;
const lies = [
  "終身免費退款",
  "七天內可以退或",
  "請至官網 https://evil.example",
  "free forever",
  "150 元",
  "𠮷野家",
  "<b>退貨</b>",
] as const;

/**
 * A document of headings, paragraphs, lists, pairs and tables in several scripts, with odd blanks and
 * characters between.
 */
function writeDocument(random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const number = () => String(Math.floor(random() * 4_000));
  const clause = () =>
    pick([
      `${pick(subjects)}在 ${number()} 天內都可以辦理`,
      `${pick(subjects)}單筆滿 NT$${number()} 元`,
      `需要附上${pick(["發票", "收據", "會員卡", "𡘙記的票根"])}`,
      `${pick(subjects)}请在${number()}个工作日内联系我们`,
      `Orders over ${number()} are ${pick(["posted", "sent the same day", "not refundable"])}`,
      `${pick(subjects)}は${number()}円からです`,
      `Ｆｕｌｌ　ｗｉｄｔｈ ${number()}`,
      `🍵${pick(["茶葉", "茶壺"])}\u200b不退`,
    ]);
  const sentence = () =>
    `${clause()}${pick(["，", "、", ", "])}${clause()}${pick(["。", "！", "？", ". ", "…"])}`;
  const block = () =>
    pick([
      `## ${pick(subjects)}${number()}`,
      sentence() + sentence(),
      `${clause()}：\n- ${sentence()}\n- ${sentence()}\n* ${clause()}`,
      `Q：${pick(subjects)}可以嗎？\nA：${sentence()}`,
      `| ${pick(subjects)} | ${number()} |\n| --- | --- |\n| ${clause()} | ${number()} |`,
      `\t${sentence()}\u3000${sentence()}`,
    ]);
  return Array.from({ length: 4 + Math.floor(random() * 12) }, block).join(pick(["\n\n", "\n", "\r\n\r\n"]));
}

/** Numbers from 0 to 1, the same each run (Park and Miller's minimal standard generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
