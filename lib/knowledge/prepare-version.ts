import { setImmediate } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import type { Passage } from "./chunk/passage";
import { splitPassages } from "./chunk/split-passages";
import { buildSegment, MAX_SEGMENT_PASSAGES } from "./search/build-segment";
import { encodeSegment } from "./search/segment";

export type PreparedVersion = {
  title: string;
  content: string;
  passages: Passage[];
  segment: Uint8Array<ArrayBuffer>;
};

/**
 * All that is computed for a document version, before the transaction that stores it. Throws AppError `invalid_input`
 * (`content: "too_many_passages"`) for a text of more tiny pieces than one segment holds.
 */
export async function prepareVersion(title: string, content: string): Promise<PreparedVersion> {
  const passages = splitPassages(content);
  if (passages.length > MAX_SEGMENT_PASSAGES) {
    throw new AppError("invalid_input", "the text falls into too many passages", {
      fields: { content: "too_many_passages" },
    });
  }
  if (content.length > longContent) await setImmediate();
  const segment = encodeSegment(buildSegment({ title, text: content, passages }));
  if (content.length > longContent) await setImmediate();
  return { title, content, passages, segment };
}

/** From here on (UTF-16 units) other requests get a turn between the steps. */
const longContent = 50_000;
