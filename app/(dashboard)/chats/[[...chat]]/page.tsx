import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChatsScreen } from "@/components/chats/chats-screen";
import { Faces } from "@/components/chats/desk/faces";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { sayHours } from "@/lib/bots/hours/say-hours";
import { listBots } from "@/lib/bots/list-bots";
import { getFeedPosition } from "@/lib/conversations/feed/team-feed";
import { getChat } from "@/lib/conversations/inbox/get-chat";
import { getChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { readChatQuery } from "@/lib/conversations/inbox/query/chat-query";
import { countViews } from "@/lib/conversations/inbox/query/count-views";
import { listSites } from "@/lib/conversations/inbox/query/list-sites";
import { listCannedReplies } from "@/lib/conversations/replies/list-canned-replies";
import { listTags } from "@/lib/conversations/tags/list-tags";
import { isAppError } from "@/lib/errors";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { getMailer } from "@/lib/mail/mailer";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { getDeskSettings } from "@/lib/teams/desk/get-desk-settings";
import { listMembers } from "@/lib/teams/list-members";
import { unblockVisitorAction } from "../../team/blocked/actions";
import {
  addNoteAction,
  addTagAction,
  assignChatAction,
  blockVisitorAction,
  changeNoteAction,
  closeChatAction,
  deleteChatAction,
  draftReplyAction,
  handBackChatAction,
  handBackChatsAction,
  markAllReadAction,
  removeNoteAction,
  removeTagAction,
  replyToChatAction,
  setShortcutsAction,
  snoozeChatAction,
  snoozeChatsAction,
  takeChatAction,
  wakeChatAction,
  wakeChatsAction,
} from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).chats.list.title };
}

type ChatsPageProps = {
  params: Promise<{ chat?: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ChatsPage({ params, searchParams }: ChatsPageProps) {
  const ctx = await requirePageActor("chat.read");
  const [openId, ...rest] = (await params).chat ?? [];
  if (rest.length > 0) notFound();
  const shown = await searchParams;
  const query = readChatQuery((name) => [shown[name]].flat()[0]);
  // Before the lists: what happens while they are read arrives again over the feed, and is merged by id.
  const position = await getFeedPosition(ctx, ctx.actor.teamId);
  const [page, counts, sites, tags, members, { shortcuts, timeZone }, bots, replies, opened] =
    await Promise.all([
      getChatPage(ctx, { query }),
      countViews(ctx, query),
      listSites(ctx),
      listTags(ctx),
      listMembers(ctx),
      getDeskSettings(ctx),
      listBots(ctx),
      getRequestLocale().then((locale) => listCannedReplies(ctx, locale)),
      openId === undefined ? null : getChat(ctx, openId).catch(nullIfMissing),
    ]);
  if (openId !== undefined && opened === null) notFound();
  return (
    <Faces
      addresses={Object.fromEntries(members.flatMap(({ userId, face }) => (face ? [[userId, face]] : [])))}
    >
      <ChatsScreen
        page={page}
        query={query}
        counts={counts}
        sites={sites}
        tags={tags}
        colleagues={members.map(({ userId: id, name, face }) => ({ id, name, face }))}
        shortcuts={shortcuts}
        viewer={{ userId: ctx.actor.userId, timeZone }}
        bots={bots.map((bot) => ({ id: bot.id, name: bot.name, botName: bot.botName, hours: sayHours(bot) }))}
        replies={replies}
        names={{ staff: ctx.actor.userName, shop: ctx.actor.teamName }}
        hasMail={getMailer() !== null}
        position={position}
        opened={openId !== undefined && opened ? { id: openId, ...opened } : null}
        actions={{
          take: takeChatAction,
          handBack: handBackChatAction,
          close: closeChatAction,
          snooze: snoozeChatAction,
          snoozeMany: snoozeChatsAction,
          wakeMany: wakeChatsAction,
          wake: wakeChatAction,
          reply: replyToChatAction,
          draftReply: draftReplyAction,
          addNote: addNoteAction,
          changeNote: changeNoteAction,
          removeNote: removeNoteAction,
          markAllRead: markAllReadAction,
          handBackMany: handBackChatsAction,
          block: blockVisitorAction,
          unblock: unblockVisitorAction,
          assign: assignChatAction,
          addTag: addTagAction,
          removeTag: removeTagAction,
          setShortcuts: setShortcutsAction,
          remove: can(ctx.actor, "chat.delete") ? deleteChatAction : null,
        }}
        canWriteKnowledge={can(ctx.actor, "knowledge.write")}
      />
    </Faces>
  );
}

function nullIfMissing(error: unknown): null {
  if (isAppError(error) && error.code === "not_found") return null;
  throw error;
}
