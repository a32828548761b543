import { getTranscript } from "@/lib/conversations/get-transcript";
import { apiRoute } from "@/lib/http/api-route";

/** One transcript, oldest turn first: `{turns: Turn[]}`. */
export const GET = (_request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiRoute(async (ctx) => {
    const { conversationId } = await params;
    return Response.json({ turns: await getTranscript(ctx, conversationId) });
  });
