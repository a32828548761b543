export const MESSAGE_LIMIT = 300;

/**
 * The text as it is sent, of what may have been pasted from anywhere: control characters, zero-width spaces and byte
 * order marks dropped, trimmed; "" when it has no visible character, as the server sees it.
 */
export function messageText(typed: string): string {
  const text = typed.replace(/[^\P{Cc}\s]|[\u200b\ufeff]/gu, "").trim();
  return /[^\s\p{C}\p{Z}\p{DI}\u2800]/u.test(text) ? text : "";
}

/** Unicode code points of the text as it is sent, the unit in which the server counts. */
export function countCodePoints(typed: string): number {
  return [...messageText(typed)].length;
}
