import { markRead, markReadInput } from "@/lib/conversations/inbox/reads/mark-read";
import { apiWrite } from "@/lib/http/api-write";

/** Notes that the first `{seenTurns}` turns of the visitor were on the signed-in member's screen: `{seenTurns}`. */
export const POST = (request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiWrite(request, markReadInput, async (ctx, { seenTurns }) => {
    const { conversationId } = await params;
    return Response.json(await markRead(ctx, conversationId, seenTurns));
  });
