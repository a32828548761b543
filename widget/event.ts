/**
 * Takes an event's default away. The methods of the events themselves are put out of use for what the page does with
 * them (keep/keep.ts).
 */
export function prevent(event: Event): void {
  Event.prototype.preventDefault.call(event);
}
