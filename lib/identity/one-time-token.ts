import { createHash, randomBytes } from "node:crypto";

/** A secret for a link: 32 random bytes as 43 characters of base64url. The database keeps only its hash. */
export function createOneTimeToken(): { token: string; tokenHash: Uint8Array<ArrayBuffer> } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashOneTimeToken(token) };
}

/** SHA-256 of the token, as stored. Any string is taken: one that was never issued matches no row. */
export function hashOneTimeToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
