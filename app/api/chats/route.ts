import { z } from "zod";
import { getChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { chatQueryNames } from "@/lib/conversations/inbox/query/chat-query";
import { chatQueryInput } from "@/lib/conversations/inbox/query/chat-query-input";
import { AppError } from "@/lib/errors";
import { apiRoute } from "@/lib/http/api-route";
import { readQuery } from "@/lib/http/read-query";

/** `<time>.<id>` of a place in the list; what its parts may be is the verb's matter. */
const cursor = z
  .string()
  .regex(/^\d{1,16}\.[0-9a-fA-F-]{36}$/)
  .transform((text) => ({ at: Number(text.split(".")[0]), id: text.split(".")[1] ?? "" }));

const pageQuery = chatQueryInput.extend({ before: cursor.optional(), search: z.string().optional() });

/**
 * A page of the team's chats, newest activity first, in the view `snoozed` those that come back soonest: a ChatPage.
 * `?before=<time>.<id>` gives what follows after the chat of that id and of that time, of its activity or its return;
 * `?search=<text>` those that hold the text. Both with the names of a ChatQuery: `&view=waiting&bot=<id>`. What can't
 * be read is 400.
 */
export const GET = (request: Request) =>
  apiRoute(request, async (ctx) => {
    const parsed = pageQuery.safeParse(readQuery(request, ["before", "search", ...chatQueryNames]));
    if (!parsed.success) throw new AppError("invalid_input", "no such page of chats");
    const { before: after, search: text, ...query } = parsed.data;
    return Response.json(
      await getChatPage(ctx, { query, after, ...(text !== undefined && { text }) }, request.signal),
    );
  });
