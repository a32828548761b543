import { moveChat } from "@/lib/conversations/desk/move-chat";
import { apiRoute } from "@/lib/http/api-route";
import { requireSameOrigin } from "@/lib/http/require-same-origin";

/** Hands a chat back to its bot; the change comes over the feed. */
export const POST = (_request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiRoute(async (ctx) => {
    await requireSameOrigin();
    const { conversationId } = await params;
    await moveChat(ctx, conversationId, "hand_back");
    return Response.json({});
  });
