"use client";

import { type ComponentProps, useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";

type FlashNoticeProps = ComponentProps<typeof Notice> & {
  /**
   * The part of the page's query that brought the notice; it leaves the address, so that a reload doesn't repeat it.
   */
  flag: string;
  /** Until when it is true: until somebody types, or until a form is sent. */
  until: "input" | "submit";
};

/** A notice of what was done on the page before. */
export function FlashNotice({ flag, until, ...notice }: FlashNoticeProps) {
  const [isShown, setIsShown] = useState(true);

  useEffect(() => {
    // Not before the router listens to it, or it would write the flag back.
    const timer = setTimeout(() => {
      const url = new URL(window.location.href);
      if (!url.searchParams.has(flag)) return;
      url.searchParams.delete(flag);
      window.history.replaceState(null, "", url);
    });
    return () => clearTimeout(timer);
  }, [flag]);

  useEffect(() => {
    const hide = () => setIsShown(false);
    const events = until === "input" ? ["input", "submit"] : ["submit"];
    for (const event of events) document.addEventListener(event, hide);
    return () => {
      for (const event of events) document.removeEventListener(event, hide);
    };
  }, [until]);

  return isShown ? <Notice {...notice} /> : null;
}
