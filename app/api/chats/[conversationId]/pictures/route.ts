import { replyWithPicture, replyWithPictureInput } from "@/lib/conversations/pictures/reply-with-picture";
import { AppError } from "@/lib/errors";
import { apiRoute } from "@/lib/http/api-route";
import { readPictureBody } from "@/lib/http/widget/read-body";

/** Sends the body, a picture of at most 1 MiB, to the chat's visitor: `{"turn"}`. `?key=` tells a resend. */
export const POST = (request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiRoute(request, async (ctx) => {
    const { conversationId } = await params;
    const key = new URL(request.url).searchParams.get("key");
    const input = replyWithPictureInput.safeParse({ conversationId, key });
    if (!input.success) throw new AppError("invalid_input", "not what this route takes");
    const bytes = await readPictureBody(request);
    return Response.json({ turn: await replyWithPicture(ctx, input.data, bytes) });
  });
