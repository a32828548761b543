import { headers } from "next/headers";
import { AppError } from "@/lib/errors";
import { isSameOrigin } from "./is-same-origin";

/** Refuses a write that a page of another origin sent. Throws AppError `forbidden`. */
export async function requireSameOrigin(): Promise<void> {
  if (!isSameOrigin(Object.fromEntries(await headers())))
    throw new AppError("forbidden", "request from another origin", { reason: "origin" });
}
