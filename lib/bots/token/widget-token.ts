import { randomBytes } from "node:crypto";

/** 32 lower-case hexadecimal characters: 128 random bits. */
export function newWidgetToken(): string {
  return randomBytes(16).toString("hex");
}

export function isWidgetToken(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}
