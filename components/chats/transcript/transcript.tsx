import { useEffect, useRef, useState } from "react";
import type { Hits } from "@/components/chats/state/use-hits";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton/skeleton";
import type { Turn } from "@/lib/conversations/turns/turn";
import type { NoteActions } from "./note-view";
import { TurnView } from "./turn-view";

type TranscriptProps = {
  /** Undefined while it loads. */
  turns: Turn[] | undefined;
  /** Those that hold what is searched for; it opens at the one that is shown. */
  hits: Hits;
  hasFailed: boolean;
  onRetry: () => void;
  botId: string | undefined;
  canWriteKnowledge: boolean;
  noteActions: NoteActions;
};

/** How near to the end (px) counts as reading the newest. */
const nearEnd = 80;

export function Transcript(props: TranscriptProps) {
  const { turns, hits, hasFailed, onRetry, botId, canWriteKnowledge, noteActions } = props;
  const words = useDashboardCatalog().chats.transcript;
  const scroller = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  /** The heights at which it was last brought to its end: at others a scroll is the layout's and nobody's. */
  const kept = useRef("");

  const hit = hits.turns[hits.at];
  /** It goes to a hit, and hasn't been drawn since. */
  const isLeaving = useRef(false);
  // Whatever makes it higher, a new turn, a time that comes in, a translator, or its frame lower, a keyboard.
  const hasTurns = turns !== undefined;
  useEffect(() => {
    const box = scroller.current;
    const list = box?.firstElementChild;
    if (!box || !list || !isAtEnd || !hasTurns) return;
    const keepEnd = () => {
      if (isLeaving.current) return;
      box.scrollTop = box.scrollHeight;
      kept.current = heightsOf(box);
    };
    keepEnd();
    const sizes = new ResizeObserver(keepEnd);
    sizes.observe(list);
    sizes.observe(box);
    return () => sizes.disconnect();
  }, [isAtEnd, hasTurns]);

  useEffect(() => {
    const turn = hasTurns && hit ? scroller.current?.querySelector(`[data-turn="${hit}"]`) : null;
    if (!turn) return;
    isLeaving.current = true;
    setIsAtEnd(false);
    const isLong = turn.clientHeight > (scroller.current?.clientHeight ?? 0);
    turn.scrollIntoView({ block: isLong ? "start" : "center" });
  }, [hit, hasTurns]);
  useEffect(() => {
    if (!isAtEnd) isLeaving.current = false;
  }, [isAtEnd]);

  if (!turns) {
    return hasFailed ? (
      <div className="m-auto">
        <EmptyState action={<Button onClick={onRetry}>{words.retry}</Button>}>{words.loadFailed}</EmptyState>
      </div>
    ) : (
      <TranscriptSkeleton />
    );
  }
  // A note without words was taken back.
  const shown = turns.filter(({ note, bubbles }) => !note || bubbles.length > 0);
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label={words.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it with the keys.
        tabIndex={0}
        onScroll={({ currentTarget: box }) => {
          if (isAtEnd && kept.current !== heightsOf(box)) return;
          setIsAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd);
        }}
        className="h-full overflow-y-auto px-4 py-6 xl:px-6"
      >
        <ol className="mx-auto flex max-w-form flex-col gap-4">
          {shown.map((turn, index) => (
            <TurnView
              key={turn.id}
              turn={turn}
              mark={turn.id === hit ? "shown" : hits.turns.includes(turn.id) ? "other" : null}
              previous={shown[index - 1]}
              question={turn.replyTo === null ? undefined : turns.find(({ id }) => id === turn.replyTo)}
              botId={botId}
              {...{ canWriteKnowledge, noteActions }}
            />
          ))}
        </ol>
      </div>
      {!isAtEnd && (
        <div className="absolute inset-x-0 bottom-4 flex justify-center">
          <Button
            variant="secondary"
            size="small"
            className="shadow-float"
            onClick={() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight })}
          >
            <span>{words.newest}</span>
          </Button>
        </div>
      )}
    </div>
  );
}

function TranscriptSkeleton() {
  return (
    <div aria-busy className="mx-auto flex w-full max-w-form flex-col gap-4 px-4 py-6">
      <Skeleton className="h-10 w-40" />
      <Skeleton className="h-20 w-72 self-end" />
      <Skeleton className="h-10 w-52" />
      <Skeleton className="h-28 w-80 self-end" />
    </div>
  );
}

function heightsOf({ scrollHeight, clientHeight }: Element): string {
  return `${scrollHeight}/${clientHeight}`;
}
