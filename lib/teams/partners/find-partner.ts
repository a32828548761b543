import type { Ctx } from "@/lib/context";
import { partnerCode } from "./partner-code";

/** The code of a partner as it is stored; null for one that nobody has, or that is none. */
export async function findPartner({ db }: Pick<Ctx, "db">, code: unknown): Promise<string | null> {
  const parsed = partnerCode.safeParse(code);
  if (!parsed.success) return null;
  const found = await db.partner.findUnique({ where: { code: parsed.data }, select: { code: true } });
  return found?.code ?? null;
}
