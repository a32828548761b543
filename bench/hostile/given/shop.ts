import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { BotIndex } from "@/lib/knowledge/index/bot-index";
import { buildSegment } from "@/lib/knowledge/index/build-segment";
import { encodeSegment } from "@/lib/knowledge/index/segment";
import { prose } from "./prose";

const text = prose(20_000);

/** A bot's index of one document of Chinese prose. */
export const shop = new BotIndex();
shop.add({
  id: "shop",
  segment: encodeSegment(buildSegment({ title: "標題", text, passages: splitPassages(text) })),
});

/** Its beginning, as an answer's passage and as a found one. */
export const firstPassage = { start: 0, end: 600, headings: [], title: "標題", text, score: 1 };
export const foundPassage = { ...firstPassage, documentId: "", versionId: "", ordinal: 0, confidence: 1 };
