/** What people say that asks nothing. */
export type SmallTalk = "greeting" | "thanks" | "goodbye" | "agreement" | "whoAreYou" | "wordless";

/** What the bot says around its quotes, in the language it was asked in. */
export type AnswerWords = {
  /** Before passages that may help. */
  maybe: string;
  unknown: string;
  /** After answers to some of several questions, of which these have none. */
  missing: (questions: readonly string[]) => string;
  /** After a sentence of the model's that no document supports, where the owner wants those shown. */
  unsupported: string;
  /** To a visitor who wants a person. */
  person: string;
  /** To what asks nothing. */
  smallTalk: Record<SmallTalk, string>;
};

const zhTW: AnswerWords = {
  maybe: "我不太確定這是不是你要找的，這段資料也許有幫助：",
  unknown: "這個問題在我手邊的資料裡找不到答案，我不想亂猜。可以換個說法再問一次，或直接跟我們的人員聯絡。",
  missing: (questions) =>
    `${questions.map((one) => `「${one}」`).join("、")}這部分，我在資料裡找不到明確的答案。`,
  unsupported: "（這句在資料裡查不到）",
  person: "好的，這件事請直接跟我們的人員說。",
  smallTalk: {
    greeting: "你好！想知道什麼，直接打字問我就可以了。",
    thanks: "不客氣！還有想知道的，隨時問我。",
    goodbye: "掰掰，有需要再來找我。",
    agreement: "好的！還有想知道的，隨時問我。",
    whoAreYou: "我是自動回覆的小幫手，不是真人。我會從店家提供的資料裡找答案給你，資料裡沒有的，我不會亂猜。",
    wordless: "我看不太懂這則訊息。可以用一句話告訴我，你想知道什麼嗎？",
  },
};

const en: AnswerWords = {
  maybe: "I'm not sure this is what you are looking for, but this passage may help:",
  unknown:
    "I can't find the answer in the documents I have, and I'd rather not guess. Try asking it another way, or get in touch with our staff.",
  missing: (questions) =>
    `I can't find a clear answer to ${questions.map((one) => `“${one}”`).join(", ")} in the documents.`,
  unsupported: " (not found in the documents)",
  person: "Of course. Please get in touch with our staff directly.",
  smallTalk: {
    greeting: "Hello! Just type what you would like to know.",
    thanks: "You're welcome! Ask me anything else, any time.",
    goodbye: "Goodbye! Come back whenever you need me.",
    agreement: "Great! Ask me anything else, any time.",
    whoAreYou:
      "I'm an automatic assistant, not a person. I look for answers in the documents this business gave me; what they don't say, I won't guess.",
    wordless: "I couldn't read that message. Could you tell me in a sentence what you would like to know?",
  },
};

/** Chinese where the question holds any Han character or is not in Latin letters, else English. */
export function answerWords(question: string): AnswerWords {
  return /\p{Script=Latin}/u.test(question) && !/\p{Script=Han}/u.test(question) ? en : zhTW;
}
