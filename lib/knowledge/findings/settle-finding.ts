import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { deleteDocument } from "@/lib/knowledge/documents/delete-document";
import { updateDocument } from "@/lib/knowledge/documents/update-document";
import { removeSpan, replaceSpan } from "./change-text";
import { checkBot } from "./check-bot";
import { findingInput } from "./finding-input";
import { isReplaced } from "./is-replaced";
import { type FoundPlace, requireFinding } from "./require-finding";

export const settleFindingInput = findingInput.extend({
  /** Which of two places stays as it is; of what is stale none. */
  keep: z.enum(["first", "second", "none"], "invalid"),
});
export type SettleFindingInput = z.output<typeof settleFindingInput>;

/** What was done to which document, for a notice and its undoing. */
export type Settled = {
  documentId: string;
  title: string;
  did: "replaced" | "removed" | "binned";
  /** The version before, and the one that answers now; the same where the document went to the bin. */
  before: number;
  number: number;
};

/**
 * Settles a finding: the place that isn't kept says what the kept one says, or goes, in a new version of its document;
 * a document that would be empty goes to the bin. Throws AppError `not_found` where the finding stands no more,
 * `conflict` (`edited_elsewhere`).
 */
export async function settleFinding(
  ctx: ActorCtx,
  { botId, key, keep }: SettleFindingInput,
): Promise<Settled> {
  requirePermission(ctx.actor, "knowledge.write");
  const { kind, places } = await requireFinding(ctx, { botId, key });
  const [first, second] = places;
  if ((keep === "none") === (second !== undefined))
    throw new AppError("invalid_input", "of two places one is kept, of one none", {
      fields: { keep: { fault: "invalid" } },
    });
  const changed = keep === "first" && second ? second : first;
  const kept = keep === "second" && second ? second : first;
  const { content, did } = settledText(kind, changed, keep === "none" ? null : kept);
  const { documentId, title, number: before } = changed;
  const settled =
    content.trim() === ""
      ? await bin(ctx, { botId, documentId, title, before })
      : {
          ...{ documentId, title, did, before },
          number: (await updateDocument(ctx, { botId, documentId, title, content, baseVersion: before }))
            .number,
        };
  await checkSoon(ctx, botId);
  return settled;
}

type Changed = { botId: string; documentId: string; title: string; before: number };

async function bin(ctx: ActorCtx, { botId, documentId, title, before }: Changed): Promise<Settled> {
  await deleteDocument(ctx, { botId, documentId });
  return { documentId, title, did: "binned", before, number: before };
}

/** What differs is replaced, or the clause where nothing is marked; or the place goes. */
function settledText(
  kind: string,
  changed: FoundPlace,
  kept: FoundPlace | null,
): { content: string; did: "replaced" | "removed" } {
  if (!kept || !isReplaced(kind, changed, kept))
    return { content: removeSpan(changed.content, changed), did: "removed" };
  const [mark, keptMark] = [changed.marks[0], kept.marks[0]];
  const [at, by] = mark && keptMark ? [mark, keptMark] : [changed, kept];
  return {
    content: replaceSpan(changed.content, at, kept.content.slice(by.start, by.end)),
    did: "replaced",
  };
}

/** At once where it is quick, so that the list is right for who goes on in it; the job does it else. */
async function checkSoon({ db, actor }: ActorCtx, botId: string): Promise<void> {
  const { teamId } = actor;
  const last = await db.truthCheck.findFirst({ where: { botId, teamId }, select: { tookMs: true } });
  if (last && last.tookMs <= quickMs) await checkBot(db, { id: botId, teamId });
}

const quickMs = 300;
