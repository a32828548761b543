import { listHits } from "@/lib/conversations/inbox/list-hits";
import { apiRoute } from "@/lib/http/api-route";
import { readQuery } from "@/lib/http/read-query";

/** The turns of a chat that hold `?search=<text>`, oldest first: `{"turns": [id]}`. */
export const GET = (request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiRoute(request, async (ctx) => {
    const { conversationId } = await params;
    const { search = "" } = readQuery(request, ["search"]);
    return Response.json({ turns: await listHits(ctx, conversationId, search) });
  });
