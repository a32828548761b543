import { z } from "zod";
import { parseJson, readRefusal, sayUnreached } from "@/components/ui/form/read-refusal";
import type { CoreCatalog } from "@/lib/i18n/catalog/zh-TW/core";

const accepted = z.object({ id: z.string() });

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
      resolve({ id: null, fault: sayUnreached(catalog) });
    });
    request.addEventListener("abort", () => reject(signal.reason));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function readAnswer(catalog: CoreCatalog, request: XMLHttpRequest): Sent {
  const done = request.status === 201 ? accepted.safeParse(parseJson(request.responseText)) : null;
  if (done?.success) return { id: done.data.id, fault: null };
  const retryAfter = request.getResponseHeader("Retry-After");
  return { id: null, fault: readRefusal(catalog, request.responseText, retryAfter) };
}
