import { useState } from "react";

type Once = {
  /**
   * Sends what `key` names, unless that is under way already; what another key names is sent also then. A key names all
   * that makes it another wish: the thing, and what is wanted of it.
   */
  once: (key: string, send: () => Promise<unknown>) => Promise<void>;
  isUnderWay: (key: string) => boolean;
};

/** Keeps a double click from sending twice, and loses no click on something else meanwhile. */
export function useOnce(): Once {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const once: Once["once"] = async (key, send) => {
    if (keys.has(key)) return;
    setKeys((now) => new Set(now).add(key));
    try {
      await send();
    } finally {
      setKeys((now) => new Set([...now].filter((other) => other !== key)));
    }
  };
  return { once, isUnderWay: (key) => keys.has(key) };
}
