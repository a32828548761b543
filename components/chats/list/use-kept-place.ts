import { type RefObject, useLayoutEffect, useRef } from "react";
import type { VirtualizerHandle } from "virtua";
import type { ChatSummary } from "@/lib/conversations/turns/turn";

/** Rows from the first that shows, of which one stays as it is. */
const watched = 5;

type Kept = { chat: ChatSummary; below: number };

/**
 * Keeps what is read in its place while rows come in above it, or leave: give the result to the list's `onScroll`.
 * Another `list` begins at its top.
 */
export function useKeptPlace(
  rows: RefObject<VirtualizerHandle | null>,
  chats: readonly ChatSummary[],
  list: string,
): (offset: number) => void {
  const kept = useRef<Kept[]>([]);
  const shown = useRef(list);

  useLayoutEffect(() => {
    const handle = rows.current;
    if (!handle) return;
    if (shown.current !== list) {
      shown.current = list;
      kept.current = [];
      handle.scrollTo(0);
    }
    // A chat that something happened to is another object, and has moved.
    for (const { chat, below } of kept.current) {
      const at = chats.indexOf(chat);
      if (at < 0) continue;
      const wanted = handle.getItemOffset(at) + below;
      if (Math.abs(wanted - handle.scrollOffset) > 1) handle.scrollTo(wanted);
      break;
    }
  }, [rows, chats, list]);

  return (offset) => {
    const handle = rows.current;
    if (!handle || offset <= 0) {
      kept.current = [];
      return;
    }
    const first = handle.findItemIndex(offset);
    kept.current = chats
      .slice(first, first + watched)
      .map((chat, index) => ({ chat, below: offset - handle.getItemOffset(first + index) }));
  };
}
