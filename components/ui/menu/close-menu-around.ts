/** Closes the `Menu` an item stands in, if it does. */
export function closeMenuAround(item: Element): void {
  item.closest<HTMLElement>("[popover]")?.hidePopover();
}
