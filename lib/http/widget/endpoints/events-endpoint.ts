import { toHours } from "@/lib/bots/hours/to-hours";
import { getContext } from "@/lib/context";
import type { EventsResponse } from "@/lib/contract/events";
import { messageId } from "@/lib/contract/request-fields";
import { noteShown } from "@/lib/conversations/reply-mails/note-shown";
import { followChat } from "@/lib/conversations/visitor/follow-chat";
import { isQuietSince } from "@/lib/conversations/visitor/is-quiet-since";
import { readChatEvents } from "@/lib/conversations/visitor/read-chat-events";
import { requireRow } from "@/lib/db/require-row";
import { requireLimit } from "@/lib/http/require-limit";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { requireVisitorChat, visitorHeader } from "../require-visitor-chat";
import { requireWidgetBot } from "../require-widget-bot";
import { wantsStream } from "../stream-answer";
import { streamChat } from "../stream-chat";
import { widgetRoute } from "../widget-route";

/** `/api/widget/events`: what is said in a visitor's chat after a position, and who has it: at once, or as it comes. */
export const eventsEndpoint = widgetRoute("GET", async (request) => {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const ctx = await getContext();
  const bot = await requireWidgetBot(ctx, token);
  await requireLimit(ctx, limitPolicies.widgetEvents);
  const chat = await requireVisitorChat(bot, token, request.headers.get(visitorHeader));
  const after = messageId.safeParse(request.headers.get("last-event-id")).data ?? "";
  const isStream = request.method === "GET" && wantsStream(request);
  if (!isStream && after !== "" && (await isQuietSince(ctx, chat, after))) {
    const hours = toHours(bot, ctx.now());
    const data = { handoff: false, ...(hours && { hours }) };
    return { success: true, events: [{ event: "state", data }], next: after } satisfies EventsResponse;
  }
  const news = requireRow(await readChatEvents(ctx, chat, after), "the chat is gone", {
    reason: "no_such_chat",
  });
  const next = news.turns.at(-1)?.turn_id ?? after;
  // Only a page that is looked at asks for a stream, and what it names it has. One that is not looked at asks only
  // while somebody awaits or has a person: the last time it is told what it missed.
  const shown = isStream ? after : news.state.handoff ? "" : next;
  if (news.hasEmail && shown !== "") await noteShown(ctx, chat.conversationId, shown);
  if (isStream)
    return streamChat(request.signal, (follower) => followChat(ctx, bot.teamId, chat, after, follower));
  const turns = news.turns.map((data) => ({ event: "turn" as const, data }));
  const seen = news.seen === null ? [] : [{ event: "seen" as const, data: { turn_id: news.seen } }];
  return {
    success: true,
    events: [...turns, { event: "state", data: news.state }, ...seen],
    next,
  } satisfies EventsResponse;
});
