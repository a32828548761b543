import { z } from "zod";
import { isErrorCode, isErrorReason } from "@/lib/error-reasons";
import type { CoreCatalog } from "@/lib/i18n/catalog/zh-TW/core";
import { errorMessage } from "@/lib/i18n/error-message";

const refusal = z.object({ error: z.string(), reason: z.string().optional() });

type Sending = {
  address: string;
  file: File;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** Hands in a file, told how far it is; null when it is there, else why not. One that was called off rejects. */
export function sendFile(
  catalog: CoreCatalog,
  { address, file, onProgress, signal }: Sending,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", address);
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.addEventListener("load", () =>
      resolve(request.status === 201 ? null : readRefusal(catalog, request)),
    );
    request.addEventListener("error", () => {
      const reason = navigator.onLine ? "unreachable" : "offline";
      resolve(errorMessage(catalog, { code: "unavailable", reason }));
    });
    request.addEventListener("abort", () => reject(signal.reason));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function readRefusal(catalog: CoreCatalog, request: XMLHttpRequest): string {
  const told = refusal.safeParse(parseJson(request.responseText));
  const code = told.success && isErrorCode(told.data.error) ? told.data.error : null;
  if (!told.success || !code) return errorMessage(catalog, { code: "unavailable", reason: "server_away" });
  const { reason } = told.data;
  const retryAfter = Number(request.getResponseHeader("Retry-After")) || undefined;
  return errorMessage(catalog, {
    code,
    reason: reason !== undefined && isErrorReason(reason) ? reason : undefined,
    retryAfter,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
