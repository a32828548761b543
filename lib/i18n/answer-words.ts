/** What the bot says around its quotes, in the language it was asked in. */
export type AnswerWords = {
  /** Before passages that may help. */
  maybe: string;
  unknown: string;
  /** After a sentence of the model's that no document supports, where the owner wants those shown. */
  unsupported: string;
  /** The knowledge is empty: nothing was looked up. */
  noKnowledge: string;
};

const zhTW: AnswerWords = {
  maybe: "我不太確定這是不是你要找的，這段資料也許有幫助：",
  unknown: "這個問題在我手邊的資料裡找不到答案，我不想亂猜。可以換個說法再問一次，或直接跟我們的人員聯絡。",
  unsupported: "（這句在資料裡查不到）",
  noKnowledge: "我還沒有可以參考的資料，暫時答不出來。請直接跟我們的人員聯絡。",
};

const en: AnswerWords = {
  maybe: "I'm not sure this is what you are looking for, but this passage may help:",
  unknown:
    "I can't find the answer in the documents I have, and I'd rather not guess. Try asking it another way, or get in touch with our staff.",
  unsupported: " (not found in the documents)",
  noKnowledge: "I have no documents to answer from yet. Please get in touch with our staff.",
};

/** Chinese where the question holds any Han character or is not in Latin letters, else English. */
export function answerWords(question: string): AnswerWords {
  return /\p{Script=Latin}/u.test(question) && !/\p{Script=Han}/u.test(question) ? en : zhTW;
}
