import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The path under which whoever has it gets that one file until then.
 * @param secret what `getAuthSecret` gives
 */
export function createFileLink(secret: string, fileId: string, expiresAt: Date): string {
  const until = String(Math.floor(expiresAt.getTime() / 1_000));
  return `/api/files/${fileId}?until=${until}&key=${sign(secret, fileId, until)}`;
}

/**
 * Whether such a link was made by us for that file and still counts.
 * @param secrets the one to sign with and those it replaced
 */
export function isFileLink(
  secrets: readonly string[],
  fileId: string,
  query: URLSearchParams,
  now = Date.now(),
): boolean {
  const [until = "", ...moreTimes] = query.getAll("until");
  const [key = "", ...moreKeys] = query.getAll("key");
  if (moreTimes.length + moreKeys.length > 0 || !/^\d{1,12}$/.test(until)) return false;
  const given = Buffer.from(key);
  const isOurs = secrets.some((secret) => {
    const right = Buffer.from(sign(secret, fileId, until));
    return given.length === right.length && timingSafeEqual(given, right);
  });
  return isOurs && Number(until) * 1_000 > now;
}

function sign(secret: string, fileId: string, until: string): string {
  return createHmac("sha256", secret).update(`file-link:${fileId}:${until}`).digest("base64url");
}
