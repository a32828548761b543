"use client";

import { useEffect } from "react";
import { useCatalog } from "./use-catalog";

/** While `isDirty`, asks before the page is left: by closing or reloading it, or by a link. */
export function useUnsavedGuard(isDirty: boolean) {
  const { common } = useCatalog();
  useEffect(() => {
    if (!isDirty) return;
    const keep = (event: Event) => event.preventDefault();
    const askOnLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const leavesHere = link instanceof HTMLAnchorElement && link.target !== "_blank" && !link.hash;
      const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
      if (!leavesHere || opensElsewhere || window.confirm(common.leaveUnsaved)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", keep);
    document.addEventListener("click", askOnLink, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", keep);
      document.removeEventListener("click", askOnLink, { capture: true });
    };
  }, [isDirty, common.leaveUnsaved]);
}
