import { z } from "zod";
import { isErrorCode, isErrorReason } from "@/lib/error-reasons";
import type { CoreCatalog } from "@/lib/i18n/catalog/zh-TW/core";
import { errorMessage } from "@/lib/i18n/error-message";

const refusal = z.object({ error: z.string(), reason: z.string().optional() });

/** What one of our own addresses refused with, in words; what isn't ours says that the server is away. */
export function readRefusal(catalog: CoreCatalog, body: string, retryAfter: string | null): string {
  const told = refusal.safeParse(parseJson(body));
  const code = told.success && isErrorCode(told.data.error) ? told.data.error : null;
  if (!told.success || !code) return errorMessage(catalog, { code: "unavailable", reason: "server_away" });
  const { reason } = told.data;
  return errorMessage(catalog, {
    code,
    reason: reason !== undefined && isErrorReason(reason) ? reason : undefined,
    retryAfter: Number(retryAfter) || undefined,
  });
}

/** Why a request came to no answer at all, in words. */
export function sayUnreached(catalog: CoreCatalog): string {
  return errorMessage(catalog, {
    code: "unavailable",
    reason: navigator.onLine ? "unreachable" : "offline",
  });
}

/** Null for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
