import type { leads } from "@/lib/i18n/catalog/zh-TW/leads";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { LeadQuery } from "./lead-query";
import { type LeadCursor, listLeads } from "./list-leads";

/** Rows of one file: the newest. */
export const maxLeadRows = 100_000;
const pageSize = 500;

type Place = Pick<typeof leads, "columns" | "states"> & { timeZone: string; chatsUrl: string };

/**
 * The leads that a query wants as a CSV file that spreadsheets open as it is: UTF-8 with a mark, a piece for each 500
 * of them, the newest 100,000. Cells that a program would take for a formula, and numbers whose first zero it would
 * drop, begin with an apostrophe. Throws AppError `forbidden` without `chat.read`.
 */
export async function* writeLeads(
  ctx: ActorCtx,
  query: LeadQuery,
  { columns, states, timeZone, chatsUrl }: Place,
  signal?: AbortSignal,
): AsyncGenerator<string, void> {
  requirePermission(ctx.actor, "chat.read");
  const time = (at: number) => timeIn(timeZone, at);
  const head = [
    ...[columns.at, columns.state, columns.name, columns.phone, columns.email],
    ...[columns.question, columns.bot, columns.site, columns.consent],
    ...[columns.consentAt, columns.policy, columns.chat],
  ];
  yield `\uFEFF${toLine(head)}`;
  let before: LeadCursor | undefined;
  for (let count = 0; count < maxLeadRows && !signal?.aborted; count += pageSize) {
    const { leads, next } = await listLeads(ctx, { query, before, limit: pageSize }, signal);
    yield leads
      .map(({ id, name, phone, email, question, bot, domain, state, at, consent }) =>
        toLine([
          ...[time(at), states[state], name, phone, email, question, bot, domain],
          ...[consent?.text ?? null, consent && time(consent.at), consent?.url ?? null, `${chatsUrl}/${id}`],
        ]),
      )
      .join("");
    if (!next) return;
    before = next;
  }
}

/** `2026-11-29 17:20:05`, which spreadsheets read as a time. */
function timeIn(timeZone: string, at: number): string {
  return new Date(at).toLocaleString("sv-SE", { timeZone });
}

function toLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => `"${guard(cell ?? "").replaceAll('"', '""')}"`).join(",")}\r\n`;
}

function guard(cell: string): string {
  return /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n]|0\d+$)/u.test(cell) ? `'${cell}` : cell;
}
