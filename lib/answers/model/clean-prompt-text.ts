/**
 * A text of somebody else's as it goes into a prompt: without what people can't see (format and tag characters,
 * variation selectors, HTML comments) and with the markers of chat templates broken up, which some servers read as such
 * wherever they stand.
 */
export function cleanPromptText(text: string): string {
  return text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, " ")
    .replace(unseen, "")
    .replace(templateMarks, (mark) => [...mark].join(" "))
    .replace(/(?<![ \t])[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The same on one line. */
export function cleanPromptLine(text: string): string {
  return cleanPromptText(text).replace(/\s+/g, " ");
}

const unseen = /[^\P{C}\n\t]|\p{Default_Ignorable_Code_Point}|[\u2028\u2029]/gu;

/** ChatML, Llama, Mistral and Gemma. */
const templateMarks =
  /<\|[^|<>\n]{0,40}\|>|<<\/?SYS>>|\[\/?INST\]|<\/?s>|<\/?(?:start|end)_of_turn>|<\|?(?:im_start|im_end)\|?>/gi;
