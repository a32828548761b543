import { createHash } from "node:crypto";

/** Tells one stored password hash from the next; its salt is random, so that the mark says nothing of the password. */
export function passwordMark(passwordHash: string): string {
  return createHash("sha256").update(passwordHash).digest("base64url").slice(0, 22);
}
