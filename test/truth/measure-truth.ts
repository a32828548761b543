import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { checkTruth } from "@/lib/knowledge/truth/check-truth";
import type { Finding, Place, TruthDocument } from "@/lib/knowledge/truth/finding";
import { truthShops } from "./shops";
import type { Planted, TruthShop } from "./truth-shop";

export type MeasuredFinding = Finding & { shop: string; excerpts: string[]; isReal: boolean };

/**
 * The findings in all shops, the surest first, each with whether it was planted, and what was planted and not found. A
 * pair of places is found where both stand in its places, however it is called.
 */
export function measureTruth(shops: readonly TruthShop[] = truthShops) {
  const found: MeasuredFinding[] = [];
  const missed: { shop: string; planted: Planted }[] = [];
  let plantedCount = 0;
  for (const shop of shops) {
    const documents = toDocuments(shop);
    const findings = checkTruth(documents, { today: "2026-11-30", names: [shop.name] });
    const left = new Set(shop.planted);
    plantedCount += left.size;
    for (const finding of findings) {
      const isHit = (planted: Planted) => meets(documents, finding, planted);
      const hits = shop.planted.filter(isHit);
      for (const hit of hits) left.delete(hit);
      const excerpts = finding.places.map((place) => textOf(documents, place));
      found.push({ ...finding, shop: shop.name, excerpts, isReal: hits.length > 0 });
    }
    missed.push(...[...left].map((planted) => ({ shop: shop.name, planted })));
  }
  found.sort((one, other) => other.sureness - one.sureness);
  return { found, missed, plantedCount };
}

export function toDocuments({ documents }: Pick<TruthShop, "documents">): TruthDocument[] {
  return documents.map(({ title, content, writtenOn = "2026-11-01" }, at) => ({
    ...{ documentId: `d${at}`, versionId: `v${at}`, title, text: content, writtenOn },
    passages: splitPassages(content),
  }));
}

export function textOf(documents: readonly TruthDocument[], { versionId, start, end }: Place): string {
  return documents.find((document) => document.versionId === versionId)?.text.slice(start, end) ?? "";
}

/** Where it begins, in which document; `$` at its end for the end of the document. */
function meets(
  documents: readonly TruthDocument[],
  { kind, places }: Finding,
  [planted, ...excerpts]: Planted,
): boolean {
  if ((kind === "stale") !== (planted === "stale") || places.length !== excerpts.length) return false;
  const holds = (place: Place, excerpt: string) => {
    const text = documents.find(({ versionId }) => versionId === place.versionId)?.text ?? "";
    const at = excerpt.endsWith("$") ? text.lastIndexOf(excerpt.slice(0, -1)) : text.indexOf(excerpt);
    const length = excerpt.split("\n")[0]?.length ?? 0;
    return at >= 0 && at < place.end && at + length > place.start;
  };
  const [one = "", other = ""] = excerpts;
  const [first, second] = places;
  if (!second) return holds(first, one);
  return (holds(first, one) && holds(second, other)) || (holds(first, other) && holds(second, one));
}
