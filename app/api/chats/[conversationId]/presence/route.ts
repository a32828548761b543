import { notePresence, notePresenceInput } from "@/lib/conversations/desk/note-presence";
import { apiWrite } from "@/lib/http/api-write";

/**
 * What the signed-in member does in the chat at the moment, `{doing, visit}`: `reading`, `typing` or `gone`; others'
 * screens show it.
 */
export const POST = (request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiWrite(request, notePresenceInput, async (ctx, said) => {
    const { conversationId } = await params;
    await notePresence(ctx, conversationId, said);
    return Response.json({ doing: said.doing });
  });
