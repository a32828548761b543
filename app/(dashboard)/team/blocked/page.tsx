import type { Metadata } from "next";
import { BlockedList } from "@/components/blocked/blocked-list";
import { RefreshWithBlocked } from "@/components/blocked/refresh-with-blocked";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listBlocked } from "@/lib/conversations/blocked/list-blocked";
import { getFeedPosition } from "@/lib/conversations/feed/team-feed";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { unblockVisitorAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).chats.blocked.title };
}

export default async function BlockedPage() {
  const ctx = await requirePageActor("chat.handle");
  const { chats } = getCatalog(await getRequestLocale());
  const position = await getFeedPosition(ctx, ctx.actor.teamId);
  const { visitors, count } = await listBlocked(ctx);
  return (
    <>
      <PageHeader
        back={{ href: paths.chats, label: chats.list.title }}
        title={chats.blocked.title}
        description={chats.blocked.description}
      />
      <RefreshWithBlocked position={position} conversationIds={visitors.map(({ chat }) => chat.id)} />
      <Card title={chats.blocked.count(count)} isFlush>
        {visitors.length === 0 ? (
          <EmptyState>{chats.blocked.none}</EmptyState>
        ) : (
          <BlockedList visitors={visitors} unblock={unblockVisitorAction} />
        )}
      </Card>
    </>
  );
}
