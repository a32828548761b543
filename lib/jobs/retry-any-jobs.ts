import type { Ctx } from "@/lib/context";
import { isId } from "@/lib/id-input";
import { retryJobs } from "./retry-jobs";

const most = 1_000;

/**
 * Has one job begin anew, of whatever team, or with `failed` all that failed, a thousand at a time. Returns how many
 * are concerned: 0 where there is no such job, or it runs or is done.
 */
export async function retryAnyJobs({ db }: Pick<Ctx, "db">, which: string): Promise<number> {
  if (which !== "failed") return isId(which) ? retryJobs({ db }, [which]) : 0;
  const failed = await db.job.findMany({
    where: { state: "failed" },
    select: { id: true },
    orderBy: { id: "asc" },
    take: most,
  });
  return retryJobs(
    { db },
    failed.map(({ id }) => id),
  );
}
