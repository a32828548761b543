import { answerText } from "@/lib/answers/answer-text";
import { createFileContext } from "./test-file-context";

/**
 * For a file of tests: gives what asks a text a question, as "what would it answer" does, and what is said and quoted.
 */
export function createTextAsker() {
  const context = createFileContext();
  return async (text: string, question: string) => {
    const { bubbles, sources } = await answerText(
      context(),
      { text, question },
      { title: "", acceptLanguage: null },
    );
    return { said: bubbles.join("\n"), quotes: sources.map(({ quote }) => quote) };
  };
}
