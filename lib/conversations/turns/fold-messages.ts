import type { Ctx } from "@/lib/context";
import { foldBubbles } from "./fold-bubbles";

const job = "fold-messages";
const batchSize = 200;
const nilUuid = "00000000-0000-0000-0000-000000000000";

/**
 * Folds the turns that an earlier release wrote, so that the chat search finds them by another written form; once, from
 * the newest to the oldest, in short statements. Doing so twice, or on two instances at once, changes nothing more.
 * Returns how many turns it folded.
 * @param signal ends it between two statements; the next run begins anew and passes over what is done
 */
export async function foldMessages({ db }: Pick<Ctx, "db">, signal?: AbortSignal): Promise<number> {
  if (await db.checkpoint.findUnique({ where: { job } })) return 0;
  let before = nilUuid.replaceAll("0", "f");
  let count = 0;
  while (!signal?.aborted) {
    const rows = await db.message.findMany({
      where: { id: { lt: before } },
      orderBy: { id: "desc" },
      take: batchSize,
      select: { id: true, bubbles: true, folded: true },
    });
    const unfolded = rows.filter(({ folded }) => folded === null);
    if (unfolded.length > 0) {
      const ids = unfolded.map(({ id }) => id);
      const texts = unfolded.map(({ bubbles }) => foldBubbles(bubbles));
      await db.$executeRaw`
        UPDATE messages m SET folded = f.text
        FROM unnest(${ids}::uuid[], ${texts}::text[]) AS f(id, text) WHERE m.id = f.id AND m.folded IS NULL`;
      count += unfolded.length;
    }
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) {
      const done = { job, at: new Date() };
      await db.checkpoint.upsert({ where: { job }, create: done, update: done });
      return count;
    }
    before = last.id;
  }
  return count;
}
