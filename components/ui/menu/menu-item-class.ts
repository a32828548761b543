/** Looks of a link or a button in a `Menu`. */
export function menuItemClass(tone: "plain" | "danger" = "plain"): string {
  return tone === "danger" ? "menu-item text-bad" : "menu-item [&_svg]:text-ink-soft";
}
