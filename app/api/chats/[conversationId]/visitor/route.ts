import { getVisitorCard } from "@/lib/conversations/inbox/get-visitor-card";
import { apiRoute } from "@/lib/http/api-route";

/** What is kept of a chat's visitor: VisitorCard. */
export const GET = (request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiRoute(request, async (ctx) => {
    const { conversationId } = await params;
    return Response.json(await getVisitorCard(ctx, conversationId));
  });
