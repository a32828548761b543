import type { Element, Root } from "hast";
import { z } from "zod";
import { attributeOf, textOf } from "./tree";

const answer = z.object({ text: z.string() });
const question = z.object({ name: z.string(), acceptedAnswer: z.union([answer, z.array(answer)]) });
/** Of schema.org. */
const faqPage = z.object({
  "@type": z.union([z.string(), z.array(z.string())]),
  mainEntity: z.array(z.unknown()),
});

const mostPairs = 500;

/** Questions and answers that a page tells search engines, the answers as HTML. */
export function readFaqData(page: Root): { question: string; answer: string }[] {
  return scriptsOf(page)
    .flatMap(toObjects)
    .flatMap((data) => {
      const found = faqPage.safeParse(data);
      return found.success && [found.data["@type"]].flat().includes("FAQPage") ? found.data.mainEntity : [];
    })
    .flatMap((entity) => {
      const found = question.safeParse(entity);
      if (!found.success) return [];
      const [first] = [found.data.acceptedAnswer].flat();
      return first ? [{ question: found.data.name.trim(), answer: first.text }] : [];
    })
    .slice(0, mostPairs);
}

function scriptsOf(node: Root | Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== "element") return [];
    const isData =
      child.tagName === "script" && attributeOf(child, "type").toLowerCase() === "application/ld+json";
    return isData ? [child] : scriptsOf(child);
  });
}

function toObjects(script: Element): unknown[] {
  try {
    const data: unknown = JSON.parse(textOf(script));
    const graph = z.object({ "@graph": z.array(z.unknown()) }).safeParse(data);
    return graph.success ? graph.data["@graph"] : [data].flat();
  } catch {
    return [];
  }
}
