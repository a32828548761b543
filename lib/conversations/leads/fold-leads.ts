import type { Ctx } from "@/lib/context";
import { foldLead } from "@/lib/conversations/receive/fold-lead";

const batchSize = 200;

/**
 * Folds the leads of an earlier release, so that the search finds them by another written form, in short statements.
 * Doing so twice, or on two instances at once, changes nothing more. Returns how many.
 * @param signal ends it between two statements
 */
export async function foldLeads({ db }: Pick<Ctx, "db">, signal?: AbortSignal): Promise<number> {
  let count = 0;
  while (!signal?.aborted) {
    const rows = await db.conversation.findMany({
      where: { leadAt: { not: null }, leadFolded: null },
      take: batchSize,
      select: {
        ...{ id: true, saidPhone: true, saidEmail: true, leadQuestion: true, domain: true },
        visitor: { select: { name: true } },
      },
    });
    if (rows.length === 0) break;
    const texts = rows.map(
      ({ saidPhone: phone, saidEmail: email, leadQuestion: question, domain, visitor }) =>
        foldLead({ name: visitor.name, phone, email, question, domain }),
    );
    await db.$executeRaw`
      UPDATE conversations c SET lead_folded = f.text
      FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${texts}::text[]) AS f(id, text)
      WHERE c.id = f.id AND c.lead_folded IS NULL`;
    count += rows.length;
  }
  return count;
}
