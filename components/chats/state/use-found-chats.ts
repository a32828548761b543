import { useEffect, useEffectEvent, useState } from "react";
import type { ChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { fetchJson } from "./fetch-json";

export type FoundChats = { ids: ReadonlySet<string>; state: "busy" | "done" | "failed" };

const pauseMs = 250;
const none: ReadonlySet<string> = new Set();

/** Searches those chats of the archive that are asked for, as a query in an address, a moment after the last change of what is searched for; an empty search finds nothing. */
export function useFoundChats(
  { search, asked }: { search: string; asked: string },
  onFound: (page: ChatPage) => void,
): FoundChats {
  const [found, setFound] = useState<FoundChats & { address: string }>({
    ids: none,
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
        setFound({ ids: new Set(page.chats.map(({ id }) => id)), state: "done", address });
      } catch {
        if (isWanted) setFound({ ids: none, state: "failed", address });
      }
    }, pauseMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [address]);

  return found.address === address ? found : { ids: none, state: "busy" };
}
