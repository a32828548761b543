import { notePresence } from "@/lib/conversations/desk/note-presence";
import { apiRoute } from "@/lib/http/api-route";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { nodeBody } from "@/lib/http/widget/node-body";
import { readJsonBody } from "@/lib/http/widget/read-json-body";

/**
 * What the signed-in member does in the chat at the moment, `{doing, visit}`: `reading`, `typing` or `gone`; others'
 * screens show it.
 */
export const POST = (request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiRoute(async (ctx) => {
    await requireSameOrigin();
    const { conversationId } = await params;
    const { doing, visit } = await readJsonBody({ body: nodeBody(request) });
    await notePresence(ctx, conversationId, { doing, visit });
    return Response.json({ doing });
  });
