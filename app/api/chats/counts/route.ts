import { chatQueryNames } from "@/lib/conversations/inbox/query/chat-query";
import { chatQueryInput } from "@/lib/conversations/inbox/query/chat-query-input";
import { countViews } from "@/lib/conversations/inbox/query/count-views";
import { AppError } from "@/lib/errors";
import { apiRoute } from "@/lib/http/api-route";
import { readQuery } from "@/lib/http/read-query";

/**
 * How many chats each view has, 1,000 for that many or more: ViewCounts, of those that the names of a ChatQuery want.
 */
export const GET = (request: Request) =>
  apiRoute(request, async (ctx) => {
    const parsed = chatQueryInput.safeParse(readQuery(request, chatQueryNames));
    if (!parsed.success) throw new AppError("invalid_input", "no such chats");
    return Response.json(await countViews(ctx, parsed.data));
  });
