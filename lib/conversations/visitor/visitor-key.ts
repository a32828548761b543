import { createHmac, timingSafeEqual } from "node:crypto";
import { visitorKey } from "@/lib/contract/request-fields";
import { env } from "@/lib/env";
import { getAuthSecrets } from "@/lib/identity/secret";

const idBytes = 16;

/**
 * What lets a visitor's page read its chat: the chat's id, signed for it and its bot's token by the app's secret, 256
 * bits. Another token or another secret ends it.
 */
export async function createVisitorKey(token: string, conversationId: string): Promise<string> {
  const [secret] = await getAuthSecrets(env());
  const id = Buffer.from(conversationId.replaceAll("-", ""), "hex");
  return Buffer.concat([id, sign(secret, token, id)]).toString("base64url");
}

/** The chat whose key it is, of the bot with that token; null for anything else. */
export async function readVisitorKey(token: string, key: string | null): Promise<string | null> {
  if (key === null || !visitorKey.safeParse(key).success) return null;
  const bytes = Buffer.from(key, "base64url");
  const id = bytes.subarray(0, idBytes);
  const secrets = await getAuthSecrets(env());
  const isOurs = secrets.some((secret) => timingSafeEqual(sign(secret, token, id), bytes.subarray(idBytes)));
  return isOurs ? toUuid(id.toString("hex")) : null;
}

function sign(secret: string, token: string, id: Buffer): Buffer {
  return createHmac("sha256", secret).update(`visitor-key:${token}:`).update(id).digest();
}

function toUuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
