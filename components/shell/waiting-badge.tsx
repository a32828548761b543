"use client";

import { use } from "react";
import { LiveContext } from "@/components/live/live-provider";
import { useCatalog } from "@/components/ui/words/use-catalog";

/** How many chats wait for a person, or leads for an answer, now; nothing while none does. */
export function WaitingBadge({ of }: { of: "waiting" | "openLeads" }) {
  const { shell } = useCatalog();
  const count = use(LiveContext)[of];
  if (count === 0) return null;
  const label = of === "waiting" ? shell.waiting(count) : shell.openLeads(count);
  return (
    <span
      title={label}
      translate="no"
      className="absolute top-0.5 left-[calc(50%+6px)] min-w-5 rounded-full bg-accent px-1.5 text-center text-sm text-accent-ink xl:static xl:ml-auto"
    >
      <span aria-hidden>{count > 99 ? "99+" : String(count)}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
