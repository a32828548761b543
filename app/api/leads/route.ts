import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getBaseUrl } from "@/lib/base-url";
import { leadQueryInput, leadQueryNames } from "@/lib/conversations/leads/lead-query";
import { writeLeads } from "@/lib/conversations/leads/write-leads";
import { AppError } from "@/lib/errors";
import { apiRoute } from "@/lib/http/api-route";
import { readQuery } from "@/lib/http/read-query";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { getDeskSettings } from "@/lib/teams/desk/get-desk-settings";

/**
 * The team's leads as a CSV file, the newest first, with the names of a LeadQuery: `?state=open&q=tea`. What can't be
 * read is 400.
 */
export const GET = (request: Request) =>
  apiRoute(request, async (ctx) => {
    const parsed = leadQueryInput.safeParse(readQuery(request, leadQueryNames));
    if (!parsed.success) throw new AppError("invalid_input", "no such leads");
    const [locale, { timeZone }] = await Promise.all([getRequestLocale(), getDeskSettings(ctx)]);
    const { leads: words } = getCatalog(locale);
    const { columns, states } = words;
    const place = { columns, states, timeZone, chatsUrl: `${getBaseUrl()}${paths.chats}` };
    const pieces = writeLeads(ctx, parsed.data, place, request.signal);
    // What fails before the first piece is an answer with its status.
    const first = await pieces.next();
    const day = new Date(ctx.now()).toLocaleDateString("sv-SE", { timeZone });
    return new Response(toStream(first.value ?? "", pieces), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="leads-${day}.csv"`,
        "X-Content-Type-Options": "nosniff",
      },
    });
  });

/** A piece is made when the one before it was taken. */
function toStream(first: string, pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      start: (controller) => controller.enqueue(encoder.encode(first)),
      pull: async (controller) => {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: async () => void (await pieces.return()),
    },
    { highWaterMark: 0 },
  );
}
