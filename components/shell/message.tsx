import type { ReactNode } from "react";
import { Mark } from "@/components/brand/mark";

export type MessageProps = { title: string; description: string; action?: ReactNode; note?: ReactNode };

/** What stands in a page's place when there is one thing to say: not found, failed, not allowed. */
export function Message({ title, description, action, note }: MessageProps) {
  return (
    <div className="mx-auto flex min-h-[70dvh] max-w-120 flex-col items-center justify-center gap-4 px-6 py-12 text-center">
      <Mark className="size-8 text-accent" />
      <h1 className="text-lg">{title}</h1>
      <p className="text-balance text-ink-soft">{description}</p>
      {action}
      {note && <p className="text-sm text-ink-soft">{note}</p>}
    </div>
  );
}
