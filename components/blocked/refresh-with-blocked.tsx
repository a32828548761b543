"use client";

import { useRouter } from "next/navigation";
import { useLiveFeed } from "@/components/live/use-live-feed";

type RefreshWithBlockedProps = {
  /** Of the team's feed, read before the list. */
  position: string;
  /** The newest chat of each visitor in the list. */
  conversationIds: string[];
};

/** Has the list of the blocked drawn anew when a colleague blocks or lets in a visitor, or deletes a chat of one. */
export function RefreshWithBlocked({ position, conversationIds }: RefreshWithBlockedProps) {
  const router = useRouter();
  useLiveFeed(position, {
    onEvent: (event) => {
      const isListed = conversationIds.includes(event.type === "gone" ? event.id : event.chat.id);
      const belongs = event.type === "turn" && event.chat.isBlocked === true;
      if (isListed !== belongs) router.refresh();
    },
    onReset: () => router.refresh(),
  });
  return null;
}
