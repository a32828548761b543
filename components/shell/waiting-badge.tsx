"use client";

import { use } from "react";
import { LiveContext } from "@/components/live/live-provider";
import { useCatalog } from "@/components/ui/words/use-catalog";

/** How many chats wait for a person, now; nothing while none does. */
export function WaitingBadge() {
  const { shell } = useCatalog();
  const { waiting } = use(LiveContext);
  if (waiting === 0) return null;
  const label = shell.waiting(waiting);
  return (
    <span
      title={label}
      translate="no"
      className="absolute top-0.5 left-[calc(50%+6px)] min-w-5 rounded-full bg-accent px-1.5 text-center text-sm text-accent-ink xl:static xl:ml-auto"
    >
      <span aria-hidden>{waiting > 99 ? "99+" : String(waiting)}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
