import { useEffect, useEffectEvent, useState } from "react";
import type { ChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { fetchJson } from "./fetch-json";

export type FoundChats = {
  ids: ReadonlySet<string>;
  /** By a chat's id the words that hold what is searched for. */
  snippets: Record<string, string>;
  state: "busy" | "done" | "failed";
};

const pauseMs = 250;
const none = { ids: new Set<string>(), snippets: {} };

/**
 * Searches those chats of the archive that are asked for, as a query in an address, a moment after the last change of
 * what is searched for; an empty search finds nothing.
 */
export function useFoundChats(
  { search, asked }: { search: string; asked: string },
  onFound: (page: ChatPage) => void,
): FoundChats {
  const [found, setFound] = useState<FoundChats & { address: string }>({
    ...none,
    state: "done",
    address: "",
  });
  const address = search === "" ? "" : `/api/chats?${new URLSearchParams({ search })}&${asked}`;
  const take = useEffectEvent(onFound);

  useEffect(() => {
    if (address === "") return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      try {
        const page = await fetchJson<ChatPage>(address);
        if (!isWanted) return;
        take(page);
        const ids = new Set(page.chats.map(({ id }) => id));
        setFound({ ids, snippets: page.snippets ?? {}, state: "done", address });
      } catch {
        if (isWanted) setFound({ ...none, state: "failed", address });
      }
    }, pauseMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [address]);

  return found.address === address ? found : { ...none, state: "busy" };
}
