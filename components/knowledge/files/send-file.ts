import { z } from "zod";
import { isErrorCode, isErrorReason } from "@/lib/error-reasons";
import type { CoreCatalog } from "@/lib/i18n/catalog/zh-TW/core";
import { errorMessage } from "@/lib/i18n/error-message";

const accepted = z.object({ id: z.string() });
const refusal = z.object({ error: z.string(), reason: z.string().optional() });

type Sending = {
  address: string;
  file: File;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** The id of a file that is there, or why it isn't. */
export type Sent = { id: string; fault: null } | { id: null; fault: string };

/** Hands in a file, told how far it is. One that was called off rejects. */
export function sendFile(
  catalog: CoreCatalog,
  { address, file, onProgress, signal }: Sending,
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", address);
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.addEventListener("load", () => resolve(readAnswer(catalog, request)));
    request.addEventListener("error", () => {
      const reason = navigator.onLine ? "unreachable" : "offline";
      resolve({ id: null, fault: errorMessage(catalog, { code: "unavailable", reason }) });
    });
    request.addEventListener("abort", () => reject(signal.reason));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function readAnswer(catalog: CoreCatalog, request: XMLHttpRequest): Sent {
  const done = request.status === 201 ? accepted.safeParse(parseJson(request.responseText)) : null;
  if (done?.success) return { id: done.data.id, fault: null };
  return { id: null, fault: readRefusal(catalog, request) };
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
