import { z } from "zod";
import { nameField } from "@/lib/accounts/account-fields";
import type { Ctx } from "@/lib/context";
import { isPlanName } from "@/lib/plans/plans";
import { partnerCode } from "./partner-code";
import { hashAddress } from "./partner-of-sign-up";

/**
 * For `npm run partner:add -- CODE NAME [--email ADDRESS]`: a partner whose link is good from now on. Throws an Error
 * that says what is wrong.
 */
export async function addPartnerCommand(
  { db }: Pick<Ctx, "db">,
  { code, name, email }: { code: string; name: string; email: string | null },
): Promise<{ code: string }> {
  const parsed = partnerCode.safeParse(code);
  if (!parsed.success) throw new Error(`${code} is no code: 2 to 32 letters a-z, digits and hyphens`);
  const named = nameField.safeParse(name);
  if (!named.success) throw new Error("The name is empty or too long");
  if (email !== null && !z.email().safeParse(email.trim()).success)
    throw new Error(`${email} is no mail address`);
  const { count } = await db.partner.createMany({
    data: [{ code: parsed.data, name: named.data, ownAddress: email === null ? null : hashAddress(email) }],
    skipDuplicates: true,
  });
  if (count === 0) throw new Error(`${parsed.data} is another partner's already`);
  return { code: parsed.data };
}

export type PartnerMonth = { month: string; code: string; name: string; signUps: number; paying: number };

type Change = { at: number; isPaid: boolean; until: number };
type Referred = { partnerCode: string; createdAt: Date; changes: Change[] };

/**
 * For `npm run partner:report`: of each month (UTC) in which there were any, how many teams signed up by a partner's
 * link, and how many of those had a plan from the operator at some time in it. Nobody's names but the partners'.
 */
export async function partnerReportCommand({ db, now }: Pick<Ctx, "db" | "now">): Promise<PartnerMonth[]> {
  const partners = await db.partner.findMany({ orderBy: { code: "asc" } });
  const teams = await db.team.findMany({
    where: { partnerCode: { not: null } },
    select: {
      ...{ createdAt: true, partnerCode: true },
      auditEntries: {
        where: { action: "team.plan" },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: { createdAt: true, after: true },
      },
    },
  });
  const referred = teams.map(({ partnerCode, createdAt, auditEntries }) => ({
    ...{ partnerCode: partnerCode ?? "", createdAt },
    changes: auditEntries.map(({ createdAt, after }) => toChange(createdAt, Object(after))),
  }));
  const first = Math.min(now(), ...referred.map(({ createdAt }) => createdAt.getTime()));
  return monthsFrom(first, now()).flatMap((month) =>
    partners.flatMap(({ code, name }) => {
      const own = referred.filter((team) => team.partnerCode === code);
      const signUps = own.filter(({ createdAt }) => createdAt.toISOString().startsWith(month.name)).length;
      const paying = own.filter((team) => paysIn(team, month, now())).length;
      return signUps + paying > 0 ? [{ month: month.name, code, name, signUps, paying }] : [];
    }),
  );
}

function toChange(createdAt: Date, { plan, until }: { plan?: unknown; until?: unknown }): Change {
  const isPaid = typeof plan === "string" && isPlanName(plan) && plan !== "trial";
  return { at: createdAt.getTime(), isPaid, until: typeof until === "string" ? Date.parse(until) : Infinity };
}

function paysIn({ changes }: Referred, { start, end }: { start: number; end: number }, now: number): boolean {
  return changes.some(({ at, isPaid, until }, index) => {
    const over = Math.min(until, changes[index + 1]?.at ?? Infinity, now);
    return isPaid && at < end && over > Math.max(start, at);
  });
}

function monthsFrom(first: number, last: number): { name: string; start: number; end: number }[] {
  const months = [];
  for (let at = new Date(first); ; ) {
    const start = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
    const end = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
    if (start > last) return months;
    months.push({ name: new Date(start).toISOString().slice(0, 7), start, end });
    at = new Date(end);
  }
}
