import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useCatalog } from "@/components/ui/use-catalog";
import type { Turn } from "@/lib/conversations/turn";
import { TurnView } from "./turn-view";

type TranscriptProps = {
  /** Undefined while it loads. */
  turns: Turn[] | undefined;
  hasFailed: boolean;
  onRetry: () => void;
  botId: string | undefined;
  canWriteKnowledge: boolean;
};

/** How near to the end (px) counts as reading the newest. */
const nearEnd = 80;

export function Transcript({ turns, hasFailed, onRetry, botId, canWriteKnowledge }: TranscriptProps) {
  const words = useCatalog().chats.transcript;
  const scroller = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const count = turns?.length ?? 0;

  useEffect(() => {
    const box = scroller.current;
    if (box && isAtEnd && count > 0) box.scrollTop = box.scrollHeight;
  }, [count, isAtEnd]);

  if (!turns) {
    return hasFailed ? (
      <div className="m-auto">
        <EmptyState action={<Button onClick={onRetry}>{words.retry}</Button>}>{words.loadFailed}</EmptyState>
      </div>
    ) : (
      <TranscriptSkeleton />
    );
  }
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label={words.title}
        onScroll={({ currentTarget: box }) =>
          setIsAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd)
        }
        className="h-full overflow-y-auto px-4 py-6 md:px-6"
      >
        <ol className="mx-auto flex max-w-form flex-col gap-4">
          {turns.map((turn, index) => (
            <TurnView
              key={turn.id}
              turn={turn}
              previous={turns[index - 1]}
              question={turn.answered === false ? turns.find(({ id }) => id === turn.replyTo) : undefined}
              botId={botId}
              canWriteKnowledge={canWriteKnowledge}
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
            {words.newest}
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
