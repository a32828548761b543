import { replyWithPicture, replyWithPictureInput } from "@/lib/conversations/pictures/reply-with-picture";
import { AppError } from "@/lib/errors";
import { apiRoute } from "@/lib/http/api-route";
import { nodeBody } from "@/lib/http/widget/node-body";
import { readBody } from "@/lib/http/widget/read-body";
import { maxPageBodyBytes } from "@/lib/kv/limits/limit-policies";

const readTimeoutMs = 60_000;

/** Sends the body, a picture of at most 1 MiB, to the chat's visitor: `{"turn"}`. `?key=` tells a resend. */
export const POST = (request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiRoute(request, async (ctx) => {
    const { conversationId } = await params;
    const key = new URL(request.url).searchParams.get("key");
    const input = replyWithPictureInput.safeParse({ conversationId, key });
    if (!input.success) throw new AppError("invalid_input", "not what this route takes");
    const bytes = await readBody(
      { body: nodeBody(request) },
      { maxBytes: maxPageBodyBytes, ms: readTimeoutMs, tooLarge: "picture_too_large", broken: "not_json" },
    );
    return Response.json({ turn: await replyWithPicture(ctx, input.data, bytes) });
  });
