import type { Metadata } from "next";
import { ReplySets } from "@/components/replies/reply-sets";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { PageHeader } from "@/components/ui/page-header";
import { listCannedReplies } from "@/lib/conversations/replies/list-canned-replies";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { removeCannedReplyAction, saveCannedReplyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).replies.title };
}

export default async function RepliesPage() {
  const ctx = await requirePageActor("chat.handle");
  const locale = await getRequestLocale();
  const { replies: words, chats } = getCatalog(locale);
  return (
    <>
      <PageHeader
        back={{ href: paths.chats, label: chats.list.title }}
        title={words.title}
        description={words.description}
      />
      <ReplySets
        replies={await listCannedReplies(ctx, locale)}
        save={saveCannedReplyAction}
        remove={removeCannedReplyAction}
      />
    </>
  );
}
