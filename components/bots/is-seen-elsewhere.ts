/**
 * Whether the widget was last seen on somebody's site: our own try-out and demo pages are no installation.
 * @param baseUrl ours
 */
export function isSeenElsewhere(
  { widgetLastDomain }: { widgetLastDomain: string | null },
  baseUrl: string,
): boolean {
  return widgetLastDomain !== null && widgetLastDomain !== new URL(baseUrl).host;
}
