import { openPicture } from "@/lib/conversations/pictures/open-picture";
import { apiRoute } from "@/lib/http/api-route";
import { fileResponse } from "@/lib/http/file-response";

type Params = { params: Promise<{ conversationId: string; fileId: string }> };

/** A picture that was sent in one of the team's chats. */
export const GET = (request: Request, { params }: Params) =>
  apiRoute(request, async (ctx) => {
    const { conversationId, fileId } = await params;
    return fileResponse(await openPicture(ctx, conversationId, fileId));
  });
