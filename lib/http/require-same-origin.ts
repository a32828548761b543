import { headers } from "next/headers";
import { AppError } from "@/lib/errors";

/** Refuses a write that a page of another origin sent. Throws AppError `forbidden`. */
export async function requireSameOrigin(): Promise<void> {
  const sent = await headers();
  const site = sent.get("sec-fetch-site");
  const origin = sent.get("origin");
  const host = sent.get("x-forwarded-host") ?? sent.get("host");
  const isSameSite = site === null || site === "same-origin" || site === "none";
  const isSameHost = origin === null || (URL.canParse(origin) && new URL(origin).host === host);
  if (!isSameSite || !isSameHost)
    throw new AppError("forbidden", "request from another origin", { reason: "origin" });
}
