import { listWaiting } from "@/lib/conversations/inbox/list-waiting";
import { countOpenLeads } from "@/lib/conversations/leads/count-open-leads";
import { apiRoute } from "@/lib/http/api-route";

/**
 * The chats that wait for a person, longest first, and how many leads are open, of the bots of which the member wants
 * to be told: `{"waiting": [{id, wantedAt}], "openLeads": 3}`.
 */
export const GET = (request: Request) =>
  apiRoute(request, async (ctx) => {
    const [waiting, openLeads] = await Promise.all([
      listWaiting(ctx, { onlyTold: true }),
      countOpenLeads(ctx),
    ]);
    return Response.json({ waiting, openLeads });
  });
