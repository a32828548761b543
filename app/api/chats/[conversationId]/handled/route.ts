import { markPersonHandled } from "@/lib/conversations/inbox/mark-person-handled";
import { apiRoute } from "@/lib/http/api-route";
import { requireSameOrigin } from "@/lib/http/require-same-origin";

/** Marks the visitor's wish for a person as handled; the change comes over the feed. */
export const POST = (_request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiRoute(async (ctx) => {
    await requireSameOrigin();
    const { conversationId } = await params;
    await markPersonHandled(ctx, conversationId);
    return Response.json({});
  });
