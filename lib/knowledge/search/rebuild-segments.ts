import type { Db } from "@/lib/db/client";
import { inSlices } from "@/lib/in-slices";
import { buildSegmentInSteps } from "@/lib/knowledge/index/build-segment";
import { decodeSegment, encodeSegment } from "@/lib/knowledge/index/segment";
import { toPassage } from "./passage-row";
import { readSegments } from "./read-segments";
import type { SearchableBot } from "./searchable-bot";

/** Builds those segments of a bot anew that can't be read: an older release wrote them in another form. */
export async function rebuildSegments(
  db: Db,
  bot: Pick<SearchableBot, "id" | "teamId" | "versions">,
): Promise<void> {
  for await (const { id, segment } of readSegments(db, bot)) {
    if (canDecode(segment)) continue;
    const where = { id, teamId: bot.teamId };
    const version = await db.documentVersion.findFirst({
      where,
      select: { title: true, content: true, passages: { orderBy: { ordinal: "asc" } } },
    });
    if (!version) continue;
    const { title, content: text } = version;
    const rebuilt = await inSlices(
      buildSegmentInSteps({ title, text, passages: version.passages.map(toPassage) }),
    );
    await db.documentVersion.updateMany({ where, data: { segment: encodeSegment(rebuilt) } });
  }
}

function canDecode(segment: Uint8Array): boolean {
  try {
    decodeSegment(segment);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
