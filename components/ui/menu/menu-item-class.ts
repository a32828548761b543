/** Looks of a link or a button in a `Menu`. */
export function menuItemClass(tone: "plain" | "danger" = "plain"): string {
  return `flex min-h-9 w-full items-center gap-2 rounded-[6px] px-3 text-left transition-colors hover:bg-surface-2 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 ${tone === "danger" ? "text-bad" : "[&_svg]:text-ink-soft"}`;
}
