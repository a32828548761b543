import { listQueriedChats } from "@/lib/conversations/inbox/list-queried-chats";
import { chatQueryInput } from "@/lib/conversations/inbox/query/chat-query-input";
import { readArchivedChats } from "@/lib/conversations/inbox/read-archived-chats";
import { packTranscript } from "@/lib/conversations/pictures/pack-transcript";
import { deleteChat } from "@/lib/conversations/removal/delete-chat";
import { writeTranscript } from "@/lib/conversations/removal/write-transcript";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import type { ChatSummary, Turn } from "@/lib/conversations/turns/turn";
import { toQuotes } from "@/lib/conversations/visitor/to-quotes";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { toStream } from "@/lib/http/file-response";
import type { Call, Handler } from "@/lib/http/v1/call";
import { readPlace } from "@/lib/http/v1/read-cursor";
import { getCatalog } from "@/lib/i18n/get-catalog";

type Listing = Pick<Call<"list_conversations">, "ctx" | "query">;

export async function listConversationsHandler({ ctx, query }: Listing) {
  const { limit, cursor, bot_id: bot, ...rest } = query;
  const parsed = chatQueryInput.safeParse({ ...rest, ...(bot && { bot }) });
  if (!parsed.success)
    throw new AppError("invalid_input", "no such chats", {
      fields: Object.fromEntries(
        parsed.error.issues.map(({ path }) => [String(path[0]), { fault: "invalid" }]),
      ),
    });
  const chats = await listQueriedChats(ctx, {
    ...{ query: parsed.data, after: readPlace(cursor), limit: limit + 1 },
  });
  const shown = chats.slice(0, limit);
  const last = shown.at(-1);
  const at = parsed.data.view === "snoozed" ? last?.desk.until : last?.lastActivityAt;
  const next_cursor = chats.length > limit && last ? `${at ?? 0}.${last.id}` : null;
  return { status: 200 as const, body: { data: shown.map(toConversation), next_cursor } };
}

export const getConversationHandler: Handler<"get_conversation"> = async ({ ctx, params }) => {
  const id = params.conversation_id;
  const turns = await getTranscript(ctx, id);
  const [chat] = await readArchivedChats(ctx, ctx.actor.teamId, { limit: 1, ids: [id] });
  const found = requireRow(chat, "no such conversation in this team");
  // What staff note among themselves is nobody else's.
  const said = turns.filter(({ note }) => note === undefined).map(toTurn);
  return { status: 200, body: { ...toConversation(found), turns: said } };
};

export const exportConversationHandler: Handler<"export_conversation"> = async ({ ctx, params, locale }) => {
  const transcript = await writeTranscript(ctx, params.conversation_id, getCatalog(locale).chats.file);
  const isPacked = transcript.pictures.length > 0;
  return new Response(isPacked ? toStream(packTranscript(ctx, transcript)) : transcript.text, {
    headers: {
      "Content-Type": isPacked ? "application/zip" : "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="chat-${transcript.chatId}.${isPacked ? "zip" : "txt"}"`,
    },
  });
};

export const deleteConversationHandler: Handler<"delete_conversation"> = async ({ ctx, params }) => {
  await deleteChat(ctx, params.conversation_id);
  return { status: 204 };
};

function toConversation(chat: ChatSummary) {
  const { visitor, contact } = chat;
  return {
    id: chat.id,
    bot_id: chat.botId,
    chat_id: chat.chatId,
    state: chat.desk.state,
    domain: chat.domain,
    started_at: timeOf(chat.startedAt),
    last_activity_at: timeOf(chat.lastActivityAt),
    last_asked: chat.lastAsked,
    visitor_turns: chat.visitorTurns,
    visitor: { name: visitor?.name ?? null, email: visitor?.email ?? null },
    contact: { email: contact?.email ?? null, phone: contact?.phone ?? null },
    assignee: chat.desk.assignee?.name ?? null,
    ratings: chat.ratings,
    tags: chat.tags.names,
  };
}

function toTurn(turn: Turn) {
  return {
    id: turn.id,
    role: turn.author === "agent" ? "staff" : turn.author,
    name: turn.authorName,
    texts: turn.bubbles,
    state: turn.state,
    answered: turn.answered,
    sources: toQuotes(turn.sources),
    rating: turn.feedback?.rating ?? null,
    at: timeOf(turn.at),
  };
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}
