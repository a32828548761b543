import { type ChatQuery, writeChatQuery } from "@/lib/conversations/inbox/query/chat-query";
import { paths } from "@/lib/paths";

/** The address of the chats screen with what it shows: `/chats/<id>?view=waiting&q=運費`. */
export function chatsPath(conversationId: string | null, query: ChatQuery, search = ""): string {
  const path = conversationId === null ? paths.chats : `${paths.chats}/${conversationId}`;
  const text = search === "" ? "" : new URLSearchParams({ q: search }).toString();
  const shown = [writeChatQuery(query), text].filter(Boolean).join("&");
  return shown === "" ? path : `${path}?${shown}`;
}
