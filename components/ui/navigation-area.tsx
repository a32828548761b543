"use client";

import { createContext, type MouseEvent, type ReactNode, startTransition, useOptimistic } from "react";

/** Path and query that a click is on its way to; null while the page stands. */
export const NavigationContext = createContext<string | null>(null);

type NavigationAreaProps = { className?: string; children: ReactNode };

/**
 * Knows at once which link inside it was clicked, however slow the server is. The target is an optimistic state in the
 * very transition that the link's navigation runs in, so it goes when that ends, wherever it led.
 */
export function NavigationArea({ className, children }: NavigationAreaProps) {
  const [target, setTarget] = useOptimistic<string | null>(null);

  const noteTarget = (event: MouseEvent) => {
    const path = clickedPath(event);
    if (path !== null) startTransition(() => setTarget(path));
  };

  return (
    <NavigationContext value={target}>
      {/* biome-ignore lint/a11y: only listens to what the links inside do; Enter on a link is a click, too. */}
      <div className={className} onClick={noteTarget}>
        {children}
      </div>
    </NavigationContext>
  );
}

/** Null unless a link of ours took the click over from the browser, to show another page without loading it whole. */
function clickedPath({ defaultPrevented, target }: MouseEvent): string | null {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (!defaultPrevented || !(link instanceof HTMLAnchorElement)) return null;
  if (link.origin !== window.location.origin) return null;
  const path = link.pathname + link.search;
  return path === window.location.pathname + window.location.search ? null : path;
}
