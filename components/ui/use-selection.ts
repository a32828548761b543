import { useState } from "react";

/** The server's limit, of chats. */
const mostChosen = 200;

export type Selection = {
  isOn: boolean;
  ids: ReadonlySet<string>;
  /** Whether all of the list are chosen, or as many as may be. */
  isAll: boolean;
  begin: () => void;
  end: () => void;
  clear: () => void;
  /** Chooses one, or no longer; where nothing was being chosen it begins. */
  toggle: (id: string) => void;
  toggleAll: () => void;
};

/** Those of a list that something is done with at once; those that leave the list are chosen no longer. */
export function useSelection(rows: readonly { id: string }[]): Selection {
  const [isOn, setIsOn] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ids = chosen.size === 0 ? chosen : new Set(rows.flatMap(({ id }) => (chosen.has(id) ? [id] : [])));
  const isAll = ids.size > 0 && ids.size >= Math.min(rows.length, mostChosen);
  const clear = () => setChosen(new Set());
  return {
    isOn,
    ids,
    isAll,
    begin: () => setIsOn(true),
    end: () => {
      clear();
      setIsOn(false);
    },
    clear,
    toggle: (id) => {
      const next = new Set(ids);
      if (!next.delete(id) && next.size < mostChosen) next.add(id);
      setChosen(next);
      setIsOn(true);
    },
    toggleAll: () => (isAll ? clear() : setChosen(new Set(rows.slice(0, mostChosen).map(({ id }) => id)))),
  };
}
