import { z } from "zod";
import { getChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { AppError } from "@/lib/errors";
import { apiRoute } from "@/lib/http/api-route";
import { readQuery } from "@/lib/http/read-query";
import { idInput } from "@/lib/id-input";

/** `<lastActivityAt>.<id>` of a chat; what its parts may be is the verb's matter. */
const cursor = z
  .string()
  .regex(/^\d{1,16}\.[0-9a-fA-F-]{36}$/)
  .transform((text) => ({ lastActivityAt: Number(text.split(".")[0]), id: text.split(".")[1] ?? "" }));

const chatsQuery = z.object({
  before: cursor.optional(),
  search: z.string().optional(),
  bot: idInput.optional(),
});

/**
 * A page of the team's chats, newest activity first: a ChatPage. `?before=<lastActivityAt>.<id>` gives what follows that
 * chat, `?search=<text>` those that hold the text, both with `&bot=<id>` of one bot only. What can't be read is 400.
 */
export const GET = (request: Request) =>
  apiRoute(async (ctx) => {
    const parsed = chatsQuery.safeParse(readQuery(request, ["before", "search", "bot"]));
    if (!parsed.success) throw new AppError("invalid_input", "no such page of chats");
    const { before, search: text, bot: botId } = parsed.data;
    if (text !== undefined) return Response.json(await getChatPage(ctx, { text, botId }, request.signal));
    return Response.json(await getChatPage(ctx, before && { before, botId }));
  });
