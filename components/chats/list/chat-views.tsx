import Link from "next/link";
import { useEffect, useRef } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { type ChatQuery, chatViews } from "@/lib/conversations/inbox/query/chat-query";
import { maxCounted, type ViewCounts } from "@/lib/conversations/inbox/query/view-counts";
import { chatsPath } from "./chats-path";
import { openInPlace } from "./open-in-place";

type ChatViewsProps = { query: ChatQuery; openId: string | null; search: string; counts: ViewCounts };

/** The list by what is to be done, each view with how many chats it has; on phones a row to swipe. */
export function ChatViews({ query, openId, search, counts }: ChatViewsProps) {
  const words = useDashboardCatalog().chats.views;
  const row = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const shown = row.current?.querySelector(`[data-view="${query.view}"]`);
    shown?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [query.view]);
  return (
    <fieldset
      ref={row}
      aria-label={words.label}
      className="flex min-w-0 gap-1 overflow-x-auto px-4 pb-3 [scrollbar-width:none] md:flex-wrap xl:px-6"
    >
      {chatViews.map((view) => {
        const isShown = view === query.view;
        const isUrgent = view === "waiting" && counts.waiting > 0;
        return (
          <Link
            key={view}
            href={chatsPath(openId, { ...query, view }, search)}
            prefetch={false}
            onClick={openInPlace}
            data-view={view}
            aria-current={isShown ? "true" : undefined}
            className={`inline-flex min-h-7 shrink-0 items-center gap-1.5 rounded-full border px-2.5 text-sm whitespace-nowrap transition-colors pointer-coarse:min-h-10 pointer-coarse:px-3 ${isShown ? "border-accent bg-accent-soft text-ink" : "border-line text-ink-soft hover:bg-surface-2 hover:text-ink"}`}
          >
            <span>{words[view]}</span>
            <span
              translate="no"
              className={`tabular-nums ${isUrgent ? "rounded-full bg-accent px-1.5 text-accent-ink" : ""}`}
            >
              {counts[view] >= maxCounted ? `${maxCounted - 1}+` : String(counts[view])}
            </span>
          </Link>
        );
      })}
    </fieldset>
  );
}
