import { getChatPage } from "@/lib/conversations/get-chat-page";
import { apiRoute } from "@/lib/http/api-route";

/**
 * A page of the team's chats, newest activity first: a ChatPage. `?before=<lastActivityAt>.<id>` gives what follows that
 * chat, `?search=<text>` those that hold the text, both with `&bot=<id>` of one bot only.
 */
export const GET = (request: Request) =>
  apiRoute(async (ctx) => {
    const asked = new URL(request.url).searchParams;
    const botId = asked.get("bot") ?? undefined;
    const text = asked.get("search");
    if (text !== null) return Response.json(await getChatPage(ctx, { text, botId }));
    const before = asked.get("before");
    if (before === null) return Response.json(await getChatPage(ctx));
    const [lastActivityAt, id = ""] = before.split(".");
    return Response.json(
      await getChatPage(ctx, { before: { lastActivityAt: Number(lastActivityAt), id }, botId }),
    );
  });
