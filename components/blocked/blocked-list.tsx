"use client";

import Link from "next/link";
import { useState } from "react";
import { visitorLabel } from "@/components/chats/visitor/visitor-label";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import { OwnWords } from "@/components/ui/text/own-words";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { textLinkClass } from "@/components/ui/text-link-class";
import { useToast } from "@/components/ui/toast/use-toast";
import type { BlockedVisitor } from "@/lib/conversations/blocked/list-blocked";
import { languageOf } from "@/lib/language/language-of";
import { paths } from "@/lib/paths";

type BlockedListProps = { visitors: BlockedVisitor[]; unblock: FormAction<void> };

/** Whom the team has blocked; each may be let write again. */
export function BlockedList({ visitors, unblock }: BlockedListProps) {
  return (
    <ul className="divide-y divide-line">
      {visitors.map((visitor) => (
        <li key={visitor.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
          <BlockedItem visitor={visitor} unblock={unblock} />
        </li>
      ))}
    </ul>
  );
}

function BlockedItem({ visitor, unblock }: { visitor: BlockedVisitor; unblock: FormAction<void> }) {
  const { blocked: words, list } = useDashboardCatalog().chats;
  const run = useAction();
  const showToast = useToast();
  const [isSending, setIsSending] = useState(false);
  const { name, email, bot, at, by, chat } = visitor;
  const label = name ?? email ?? list.visitorNumber(visitorLabel(chat.chatId));
  const send = async () => {
    if (isSending) return;
    setIsSending(true);
    await run(unblock, { conversationId: chat.id }, () => showToast({ message: words.unblocked }));
    setIsSending(false);
  };
  return (
    <>
      <div className="min-w-0 flex-1 basis-60">
        <p className="truncate font-medium" translate="no" lang={languageOf(label)}>
          {label}
        </p>
        <p className="truncate" translate="no">
          <Link
            href={`${paths.chats}/${chat.id}`}
            lang={languageOf(chat.lastAsked)}
            className={textLinkClass}
          >
            {chat.lastAsked}
          </Link>
        </p>
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
          <OwnWords>{bot}</OwnWords>
          <span>
            <OwnWords>{words.by(by)}</OwnWords>
          </span>
          <RelativeTime value={at.toISOString()} />
        </p>
      </div>
      <Button size="small" isPending={isSending} aria-label={words.unblockOf(label)} onClick={send}>
        <span>{words.unblock}</span>
      </Button>
    </>
  );
}
