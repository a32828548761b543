import { useEffect, useState } from "react";
import { fetchJson } from "./fetch-json";

export type Hits = {
  /** The turns of the open chat that hold what is searched for, oldest first. */
  turns: readonly string[];
  /** Which of them is shown. */
  at: number;
  /** Shows the one before or after it; from the last one the first follows. */
  step: (by: 1 | -1) => void;
};

const none: readonly string[] = [];

/**
 * The turns of the open chat that hold a text, and which of them is shown: the newest at first. None without a text.
 */
export function useHits(openId: string | null, search: string): Hits {
  const address =
    openId === null || search === "" ? "" : `/api/chats/${openId}/hits?${new URLSearchParams({ search })}`;
  const [found, setFound] = useState({ address: "", turns: none, at: 0 });

  useEffect(() => {
    if (address === "") return;
    let isWanted = true;
    const take = ({ turns }: { turns: string[] }) =>
      isWanted && setFound({ address, turns, at: turns.length - 1 });
    // Without an answer the chat is shown as if nothing were searched for.
    fetchJson<{ turns: string[] }>(address).then(take, () => undefined);
    return () => {
      isWanted = false;
    };
  }, [address]);

  const { turns, at } = found.address === address ? found : { turns: none, at: 0 };
  return {
    turns,
    at,
    step: (by) =>
      setFound((now) => ({ ...now, at: (now.at + by + now.turns.length) % Math.max(1, now.turns.length) })),
  };
}
