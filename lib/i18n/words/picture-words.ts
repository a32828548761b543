import type { AnswerLanguage } from "./answer-words";

/** What stands for a picture wherever only words are shown. */
export const pictureWords: Record<AnswerLanguage, string> = {
  "zh-TW": "（圖片）",
  "zh-CN": "（图片）",
  en: "(picture)",
  ja: "（画像）",
  ko: "(사진)",
};
