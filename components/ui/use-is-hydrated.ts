"use client";

import { useSyncExternalStore } from "react";

/**
 * False on the server and while the page hydrates: what only the browser knows, such as its time zone, is shown after.
 */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
