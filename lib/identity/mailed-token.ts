import { createHmac, timingSafeEqual } from "node:crypto";
import { hashOneTimeToken } from "./one-time-token";

/**
 * The secret of a link that is mailed: made of the row that it opens, so that the row keeps only its hash and every
 * attempt at the mail has the same link.
 * @param secret what `getAuthSecret` gives
 * @param rowId of an id that is never used again
 */
export function createMailedToken(
  secret: string,
  rowId: string,
): { token: string; tokenHash: Uint8Array<ArrayBuffer> } {
  const token = createHmac("sha256", secret).update(`mailed-link:${rowId}`).digest("base64url");
  return { token, tokenHash: hashOneTimeToken(token) };
}

/**
 * The secret that was made for a row; null when none of these secrets gives its hash.
 * @param secrets the one that counts and those it replaced
 */
export function findMailedToken(
  secrets: readonly string[],
  rowId: string,
  tokenHash: Uint8Array,
): string | null {
  for (const secret of secrets) {
    const made = createMailedToken(secret, rowId);
    if (made.tokenHash.length === tokenHash.length && timingSafeEqual(made.tokenHash, tokenHash))
      return made.token;
  }
  return null;
}
