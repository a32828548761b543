import { fold } from "@/lib/language/words/fold";

/** A turn's text as the chat search compares it: 「訂單」, 「订单」 and full width meet. */
export function foldBubbles(bubbles: readonly string[]): string {
  return fold(bubbles.join("\n"));
}
