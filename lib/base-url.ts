import { env } from "@/lib/env";
import { processWide, setProcessWide } from "@/lib/process-wide";

const name = "base-url";

/** The address people reach this instance at, without a trailing slash: `BASE_URL`, else where the server listens. */
export function getBaseUrl(): string {
  return processWide(
    name,
    () => env().BASE_URL?.replace(/(?<!\/)\/+$/, "") ?? `http://localhost:${env().PORT}`,
  );
}

/** The server entry says the address once it listens: `PORT=0` is known only then. */
export function setBaseUrl(url: string): void {
  setProcessWide(name, url.replace(/(?<!\/)\/+$/, ""));
}
