import { getVisitor } from "@/lib/conversations/inbox/get-visitor";
import { apiRoute } from "@/lib/http/api-route";

/** What the page said of a chat's visitor: SaidVisitor. */
export const GET = (_request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiRoute(async (ctx) => {
    const { conversationId } = await params;
    return Response.json(await getVisitor(ctx, conversationId));
  });
