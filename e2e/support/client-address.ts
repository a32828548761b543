import { randomBytes } from "node:crypto";

/** An address that no other visitor of the run has; tests' servers take it from `X-Forwarded-For`. */
export function newClientAddress(): string {
  const [a, b, c] = randomBytes(3);
  return `10.${a}.${b}.${c}`;
}
