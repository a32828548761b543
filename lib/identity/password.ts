import { argon2, randomBytes, timingSafeEqual } from "node:crypto";

type Cost = { memory: number; passes: number; parallelism: number };

// OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane.
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const nonceBytes = 16;
const tagBytes = 32;

/** Stands where an account has no password yet: no password matches it. */
export const noPassword = "!";

/** The password's argon2id hash (RFC 9106) as a PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(nonceBytes);
  const tag = await derive(password, nonce, cost, tagBytes);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${toBase64(nonce)}$${toBase64(tag)}`;
}

/**
 * Whether the password is the one that was hashed. Without a usable hash (`undefined` for an unknown account) it does
 * the same work and says no, so that the time taken doesn't tell whether the account exists.
 */
export async function verifyPassword(password: string, phc: string | undefined): Promise<boolean> {
  const stored = phc === undefined ? null : parsePhc(phc);
  if (stored === null) {
    await derive(password, Buffer.alloc(nonceBytes), cost, tagBytes);
    return false;
  }
  const tag = await derive(password, stored.nonce, stored.cost, stored.tag.length);
  return timingSafeEqual(tag, stored.tag);
}

function derive(password: string, nonce: Buffer, { memory, passes, parallelism }: Cost, tagLength: number) {
  // The same word typed full width, or composed another way by another keyboard, is the same password.
  const message = password.normalize("NFKC");
  return new Promise<Buffer>((resolve, reject) => {
    argon2(
      "argon2id",
      { message, nonce, memory, passes, parallelism, tagLength },
      (error: Error | null, tag: Buffer) => (error ? reject(error) : resolve(tag)),
    );
  });
}

function parsePhc(phc: string): { cost: Cost; nonce: Buffer; tag: Buffer } | null {
  const match =
    /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/.exec(
      phc,
    );
  if (!match) return null;
  const [, memory, passes, parallelism, nonce = "", tag = ""] = match;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    nonce: Buffer.from(nonce, "base64"),
    tag: Buffer.from(tag, "base64"),
  };
}

function toBase64(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
