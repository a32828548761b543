import { fold } from "@/lib/language/words/fold";
import { keepPerPassage, type PromptPassage } from "./keep-per-passage";

/** What a passage says with its title and headings, in the folded form. */
export const foldedText = keepPerPassage(({ title, headings, text, start, end }: PromptPassage) =>
  fold(`${title}\n${headings.join("\n")}\n${text.slice(start, end)}`),
);
