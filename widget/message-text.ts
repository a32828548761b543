export const MESSAGE_LIMIT = 300;

/** The text as it is sent: NUL dropped, trimmed; "" when it has no visible character. */
export function messageText(typed: string): string {
  const text = typed.split("\0").join("").trim();
  return /[^\p{Z}\p{Cc}\p{Cf}]/u.test(text) ? text : "";
}

/** Unicode code points of the text as it is sent, the unit in which the server counts. */
export function countCodePoints(typed: string): number {
  return [...messageText(typed)].length;
}
