import type { Answer, AnsweringBot } from "@/lib/answers/answer";
import type { Db } from "@/lib/db/client";
import type { ModelClient } from "@/lib/model/client";
import { askBot } from "./ask-bot";
import { createTestContext } from "./fixtures/test-context";
import { absentReplies, falseReplies, rightReplies } from "./model-replies";
import { type OpenAiServer, promptText, type RecordedChat } from "./servers/openai-server";

export type Judged = { kind: string; question: string; reply: string; said: string; isStreamed: boolean };

export type Judgement = {
  right: number;
  falses: number;
  absents: number;
  /** What is true and was neither kept nor replaced by something true. */
  lost: Judged[];
  /** What is false and was said. */
  passed: Judged[];
  /** What is absent and was answered as sure. */
  answered: Judged[];
  /** What was streamed and isn't in the answer. */
  takenBack: Judged[];
  /** How many right ones were said in the model's own words. */
  kept: number;
};

type Judges = { db: Db; bot: AnsweringBot; server: OpenAiServer; model: ModelClient };

/** Lets a model say each of test/model-replies.ts to a bot with the studio's documents, in a stream and at once. */
export async function judgeReplies({ db, bot, server, model }: Judges): Promise<Judgement> {
  const judgement: Judgement = {
    ...{ right: 0, falses: 0, absents: 0, kept: 0 },
    ...{ lost: [], passed: [], answered: [], takenBack: [] },
  };
  const say = async (question: string, reply: string, isStreamed: boolean) => {
    server.reset();
    server.always((chat) => ({ kind: "text", text: withNumbers(reply, chat), pieceLength: 3 }));
    let streamed = "";
    const onDelta = (text: string) => {
      streamed += text;
    };
    const ctx = createTestContext({ db, model });
    const answer: Answer = await askBot(ctx, bot, question, isStreamed ? { onDelta } : {});
    return { answer, streamed, said: answer.bubbles.join("\n") };
  };
  for (const isStreamed of [true, false]) {
    for (const { kind, question, reply, must } of rightReplies) {
      const { said, streamed, answer } = await say(question, reply, isStreamed);
      const judged = { kind, question, reply, said, isStreamed };
      judgement.right++;
      if (!must.test(said) || !answer.answered) judgement.lost.push(judged);
      else if (!answer.sources.some(({ quote }) => said.includes(quote))) judgement.kept++;
      if (!said.startsWith(streamed)) judgement.takenBack.push(judged);
    }
    for (const { kind, question, reply, never } of falseReplies) {
      const { said, streamed } = await say(question, reply, isStreamed);
      const judged = { kind, question, reply, said, isStreamed };
      judgement.falses++;
      if (never.test(`${said}\n${streamed}`)) judgement.passed.push(judged);
      if (!said.startsWith(streamed)) judgement.takenBack.push(judged);
    }
    for (const { kind, question, reply } of absentReplies) {
      const { said, streamed, answer } = await say(question, reply, isStreamed);
      const judged = { kind, question, reply, said, isStreamed };
      judgement.absents++;
      if (answer.answered) judgement.answered.push(judged);
      if (!said.startsWith(streamed)) judgement.takenBack.push(judged);
    }
  }
  return judgement;
}

/** Puts for `{words}` the number of the prompt's passage that holds them; 9 where none does. */
function withNumbers(reply: string, chat: RecordedChat): string {
  const blocks = promptText(chat).matchAll(/^passage (\d+) [\s\S]*?^end passage \1\b/gm);
  const passages = [...blocks].map(({ 0: text, 1: number = "9" }) => ({ text, number }));
  return reply.replace(/\{([^{}"\s:]+)\}/g, (_, words: string) => {
    return passages.find(({ text }) => text.includes(words))?.number ?? "9";
  });
}
