import { markRead } from "@/lib/conversations/inbox/reads/mark-read";
import { apiRoute } from "@/lib/http/api-route";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { nodeBody } from "@/lib/http/widget/node-body";
import { readJsonBody } from "@/lib/http/widget/read-json-body";

/** Notes that the first `{seenTurns}` turns of the visitor were on the signed-in member's screen: `{seenTurns}`. */
export const POST = (request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiRoute(async (ctx) => {
    await requireSameOrigin();
    const { conversationId } = await params;
    const { seenTurns } = await readJsonBody({ body: nodeBody(request) });
    return Response.json(await markRead(ctx, conversationId, seenTurns));
  });
