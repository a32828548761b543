import type { FeedStatus } from "@/components/live/shared-feed";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { buttonClass } from "@/components/ui/button/button-class";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import {
  Ban,
  CheckCheck,
  Keyboard,
  ListChecks,
  ListFilter,
  MessageSquareText,
  MoreVertical,
} from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu/menu";
import { MenuButton } from "@/components/ui/menu/menu-button";
import { MenuLink } from "@/components/ui/menu/menu-link";
import { useToast } from "@/components/ui/toast/use-toast";
import { type ChatQuery, chatQueryNames, writeChatQuery } from "@/lib/conversations/inbox/query/chat-query";
import { paths } from "@/lib/paths";
import { LiveBadge } from "./live-badge";

type ListHeaderProps = {
  status: FeedStatus;
  query: ChatQuery;
  /** The filters, which a button unfolds. */
  filters: { id: string; isOpen: boolean; toggle: () => void };
  /** Marks the chats that the query wants as read. */
  markAllRead: FormAction<number>;
  /** Notes what is to be read; what it gives is called once that is so. */
  readAll: () => () => void;
  /** Begins to choose chats, or ends it. */
  select: () => void;
  isSelecting: boolean;
  showKeys: () => void;
};

export function ListHeader(props: ListHeaderProps) {
  const { status, query, filters, markAllRead, readAll, select, isSelecting, showKeys } = props;
  const { chats: words, replies } = useDashboardCatalog();
  const run = useAction();
  const showToast = useToast();
  const count = new URLSearchParams(writeChatQuery({ ...query, view: "all" })).size;
  const mark = () => {
    const form = new FormData();
    for (const name of chatQueryNames) if (query[name] !== undefined) form.set(name, query[name]);
    const takeRead = readAll();
    return run(markAllRead, form, (marked) => {
      takeRead();
      showToast({ message: words.list.allRead(marked) });
    });
  };
  return (
    <header className="flex items-center gap-1 px-4 pt-4 pb-3 md:pt-6 xl:px-6">
      <h1 className="text-lg">{words.list.title}</h1>
      <span className="mr-auto ml-2">
        <LiveBadge status={status} />
      </span>
      <button
        type="button"
        aria-expanded={filters.isOpen}
        aria-controls={filters.isOpen ? filters.id : undefined}
        aria-label={words.filters.title(count)}
        title={words.filters.title(count)}
        onClick={filters.toggle}
        className={`${buttonClass({ variant: "quiet", size: "small" })} ${count > 0 ? "bg-accent-soft" : ""}`}
      >
        <ListFilter aria-hidden className="size-5" />
        {count > 0 && (
          <span translate="no" className="text-sm tabular-nums">
            {String(count)}
          </span>
        )}
      </button>
      <Menu
        trigger={<MoreVertical aria-hidden className="size-5" />}
        label={words.list.menu}
        triggerClassName={`${buttonClass({ variant: "quiet", size: "small" })} -mr-2`}
      >
        <MenuButton onClick={select}>
          <ListChecks aria-hidden />
          {isSelecting ? words.selection.end : words.selection.begin}
        </MenuButton>
        <MenuButton onClick={mark}>
          <CheckCheck aria-hidden />
          {words.list.markAllRead}
        </MenuButton>
        <MenuLink href={paths.replies}>
          <MessageSquareText aria-hidden />
          {replies.title}
        </MenuLink>
        <MenuLink href={paths.blocked}>
          <Ban aria-hidden />
          {words.blocked.title}
        </MenuLink>
        <MenuButton onClick={showKeys}>
          <Keyboard aria-hidden />
          {words.keys.title}
        </MenuButton>
      </Menu>
    </header>
  );
}
