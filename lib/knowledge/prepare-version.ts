import { setImmediate } from "node:timers/promises";
import type { Passage } from "./chunk/passage";
import { splitPassages } from "./chunk/split-passages";
import { buildSegment } from "./search/build-segment";
import { encodeSegment } from "./search/segment";

export type PreparedVersion = {
  title: string;
  content: string;
  passages: Passage[];
  segment: Uint8Array<ArrayBuffer>;
};

/** All that is computed for a document version, before the transaction that stores it. */
export async function prepareVersion(title: string, content: string): Promise<PreparedVersion> {
  const passages = splitPassages(content);
  if (content.length > longContent) await setImmediate();
  const segment = encodeSegment(buildSegment({ title, text: content, passages }));
  if (content.length > longContent) await setImmediate();
  return { title, content, passages, segment };
}

/** From here on (UTF-16 units) other requests get a turn between the steps. */
const longContent = 50_000;
