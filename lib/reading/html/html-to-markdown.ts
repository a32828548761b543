import type { Root } from "hast";
import { escapeText } from "../escape-text";
import type { PageFacts } from "../reading";
import { ReadingError } from "../reading-error";
import { readFaqData } from "./read-faq-data";
import { readPageFacts } from "./read-page-facts";
import { stripPage } from "./strip-page";
import { findElement, textOf } from "./tree";

/**
 * A page, or a piece of one, as Markdown: what opens with a click is open, what leads around the site is left out, and
 * the questions that it tells search engines stand at the end where the page shows none of them. Throws ReadingError
 * `broken` when it is nested too deep.
 */
export async function htmlToMarkdown(
  html: string,
): Promise<{ text: string; title?: string; page: PageFacts }> {
  const { parse, write } = await loadPrograms();
  try {
    const page = parse(html);
    const title = textOf(findElement(page, (element) => element.tagName === "title")).trim();
    const pairs = readFaqData(page);
    const facts = readPageFacts(page);
    const body = stripPage(page);
    const text = write(body);
    const seen = textOf(body).replace(/\s+/gu, "");
    const unseen = pairs.filter(({ question }) => !seen.includes(question.replace(/\s+/gu, "")));
    const told = unseen.map(
      ({ question, answer }) => `Q：${question}\nA：${write(stripPage(parse(answer)))}`,
    );
    const all = [text, ...told].filter(Boolean).join("\n\n");
    return { text: all, ...(title && { title }), page: facts(all.length) };
  } catch (error) {
    if (error instanceof RangeError) throw new ReadingError("broken", { cause: error });
    throw error;
  }
}

type Programs = { parse: (html: string) => Root; write: (tree: Root) => string };

async function loadPrograms(): Promise<Programs> {
  const { unified } = await import("unified");
  const { default: rehypeParse } = await import("rehype-parse");
  const { default: rehypeRemark } = await import("rehype-remark");
  const { default: remarkGfm } = await import("remark-gfm");
  const { default: remarkStringify } = await import("remark-stringify");
  const parser = unified().use(rehypeParse);
  const writer = unified()
    .use(rehypeRemark)
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkStringify, {
      bullet: "-",
      handlers: {
        text: (node: { value: string }, _parent: unknown, state: { stack: string[] }) => {
          const text = escapeText(node.value.replace(/\s+/gu, " "));
          return state.stack.includes("tableCell") ? text.replaceAll("|", "\\|") : text;
        },
      },
    });
  return {
    parse: (html) => parser.parse(html),
    write: (tree) => writer.stringify(writer.runSync(tree)).trim(),
  };
}
