import { promptText } from "@/test/servers/openai-server";

/** Two sentences of the first passage, cited, as a model would; or a fixed reply of about that length. */
export function citeFirstPassage(chat: Parameters<typeof promptText>[0]) {
  const passage = /^passage 1\b[^\n]*\n([\s\S]*?)\n[^\n]*end passage 1\b/m.exec(promptText(chat))?.[1] ?? "";
  const sentences = passage.match(/[^。！？\n]+[。！？]/gu)?.slice(0, 2) ?? [
    "本島宅配運費一百元，滿一千二百元免運費。",
  ];
  return {
    kind: "text" as const,
    text: sentences.map((sentence) => `${sentence}[1: "${sentence.slice(0, 8)}"]`).join(""),
  };
}
