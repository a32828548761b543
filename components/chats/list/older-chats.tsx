import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { Skeleton } from "@/components/ui/skeleton/skeleton";

type OlderChatsProps = { scroller: RefObject<HTMLElement | null>; load: () => Promise<void> };

/** Reads on before the end of the list is reached; what couldn't be read is asked for by hand. */
export function OlderChats({ scroller, load }: OlderChatsProps) {
  const words = useDashboardCatalog().chats.list;
  const [hasFailed, setHasFailed] = useState(false);
  const mark = useRef<HTMLDivElement>(null);
  const read = useEffectEvent(() =>
    load().then(
      () => true,
      () => {
        setHasFailed(true);
        return false;
      },
    ),
  );
  useEffect(() => {
    const end = mark.current;
    if (hasFailed || end === null) return;
    const near = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        near.unobserve(end);
        void read().then((isRead) => isRead && near.observe(end));
      },
      { root: scroller.current, rootMargin: "0px 0px 2000px" },
    );
    near.observe(end);
    return () => near.disconnect();
  }, [hasFailed, scroller]);
  return (
    <div ref={mark} aria-busy={!hasFailed} className="flex flex-col gap-2 p-4 xl:px-6">
      {hasFailed ? (
        <>
          <p role="alert" className="text-center text-sm text-ink-soft">
            {words.loadMoreFailed}
          </p>
          <Button
            variant="secondary"
            size="small"
            className="self-center"
            onClick={() => setHasFailed(false)}
          >
            {words.loadMore}
          </Button>
        </>
      ) : (
        <>
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-4 w-full" />
        </>
      )}
    </div>
  );
}
