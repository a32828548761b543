import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChatsScreen } from "@/components/chats/chats-screen";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { listBots } from "@/lib/bots/list-bots";
import { getFeedPosition } from "@/lib/conversations/feed/team-feed";
import { getChat } from "@/lib/conversations/inbox/get-chat";
import { getChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { isAppError } from "@/lib/errors";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { closeChatAction, handBackChatAction, replyToChatAction, takeChatAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).chats.list.title };
}

export default async function ChatsPage({ params }: { params: Promise<{ chat?: string[] }> }) {
  const ctx = await requirePageActor("chat.read");
  const [openId, ...rest] = (await params).chat ?? [];
  if (rest.length > 0) notFound();
  // Before the lists: what happens while they are read arrives again over the feed, and is merged by id.
  const position = await getFeedPosition(ctx, ctx.actor.teamId);
  const [page, bots, opened] = await Promise.all([
    getChatPage(ctx),
    listBots(ctx),
    openId === undefined ? null : getChat(ctx, openId).catch(nullIfMissing),
  ]);
  if (openId !== undefined && opened === null) notFound();
  return (
    <ChatsScreen
      page={page}
      bots={bots.map(({ id, name, botName }) => ({ id, name, botName }))}
      position={position}
      opened={openId !== undefined && opened ? { id: openId, ...opened } : null}
      actions={{
        take: takeChatAction,
        handBack: handBackChatAction,
        close: closeChatAction,
        reply: replyToChatAction,
      }}
      canWriteKnowledge={can(ctx.actor, "knowledge.write")}
    />
  );
}

function nullIfMissing(error: unknown): null {
  if (isAppError(error) && error.code === "not_found") return null;
  throw error;
}
