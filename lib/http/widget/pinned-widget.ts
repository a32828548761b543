import { processWide, setProcessWide } from "@/lib/process-wide";

/** This build's start script by its versioned name. */
export type PinnedWidget = { name: string; integrity: string };

const key = "pinned-widget";

/** Null before the server entry has archived the build's files. */
export function getPinnedWidget(): PinnedWidget | null {
  return processWide(key, () => ({ widget: null })).widget;
}

export function setPinnedWidget(widget: PinnedWidget): void {
  setProcessWide(key, { widget });
}
