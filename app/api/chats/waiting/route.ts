import { listWaiting } from "@/lib/conversations/inbox/list-waiting";
import { apiRoute } from "@/lib/http/api-route";

/** The chats that wait for a person: `{"waiting": [{id, wantedAt}]}`, longest first. */
export const GET = () => apiRoute(async (ctx) => Response.json({ waiting: await listWaiting(ctx) }));
