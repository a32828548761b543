"use client";

import { useRouter } from "next/navigation";
import { use, useEffect, useRef } from "react";
import { LiveContext } from "@/components/live/live-provider";

/** Has the page drawn anew when another number of leads is open. */
export function RefreshWithLeads() {
  const router = useRouter();
  const { openLeads } = use(LiveContext);
  const drawn = useRef(openLeads);
  useEffect(() => {
    if (drawn.current === openLeads) return;
    drawn.current = openLeads;
    router.refresh();
  }, [openLeads, router]);
  return null;
}
