import { getBaseUrl } from "@/lib/base-url";

/** Whether the widget was last seen on somebody's site: our own try-out and demo pages are no installation. */
export function isSeenElsewhere({ widgetLastDomain }: { widgetLastDomain: string | null }): boolean {
  return widgetLastDomain !== null && widgetLastDomain !== new URL(getBaseUrl()).host;
}
