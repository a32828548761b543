import type { Ctx } from "@/lib/context";
import { countMonth } from "./count-month";
import type { Month } from "./month-of";
import { readUsage } from "./usage-counter";

/** How many messages of a month a team has used: by the counter, which decides, else by the archive. */
export async function readMonth(ctx: Pick<Ctx, "db" | "kv">, teamId: string, month: Month): Promise<number> {
  return (await readUsage(ctx, teamId, month)) ?? (await countMonth(ctx, teamId, month));
}
