import { getChat } from "@/lib/conversations/inbox/get-chat";
import { apiRoute } from "@/lib/http/api-route";

/** One chat: `turns`, oldest first, and as `chat` what the list shows of it, in the shape of a ChatPage. */
export const GET = (request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiRoute(request, async (ctx) => {
    const { conversationId } = await params;
    return Response.json(await getChat(ctx, conversationId));
  });
