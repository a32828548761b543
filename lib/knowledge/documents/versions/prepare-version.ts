import { setImmediate } from "node:timers/promises";
import { inSlices } from "@/lib/in-slices";
import { splitPassagesInSteps } from "@/lib/knowledge/chunk/split-passages";
import { buildSegmentInSteps } from "@/lib/knowledge/index/build-segment";
import { encodeSegment } from "@/lib/knowledge/index/segment";
import type { Passage } from "@/lib/language/passage";

export type PreparedVersion = {
  title: string;
  content: string;
  passages: Passage[];
  segment: Uint8Array<ArrayBuffer>;
};

/** All that is computed for a document version, before the transaction that stores it. Other work gets its turns. */
export async function prepareVersion(title: string, content: string): Promise<PreparedVersion> {
  const passages = await inSlices(splitPassagesInSteps(content));
  const segment = await inSlices(buildSegmentInSteps({ title, text: content, passages }));
  await setImmediate();
  return { title, content, passages, segment: encodeSegment(segment) };
}
