import { listChats } from "@/lib/conversations/list-chats";
import { apiRoute } from "@/lib/http/api-route";

/** The team's chats, newest activity first: `{chats: ChatSummary[]}`. */
export const GET = () => apiRoute(async (ctx) => Response.json({ chats: await listChats(ctx) }));
