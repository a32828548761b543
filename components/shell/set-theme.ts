"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { requireForm } from "@/lib/http/require-form";
import { readLocaleAddress } from "@/lib/i18n/locale-address";
import { sitePaths } from "@/lib/paths";
import { preferenceCookie } from "./preference-cookie";
import { parseTheme } from "./theme";

/** Keeps the form's `theme` in a cookie for a year, and leads to the form's `address`, of the page of the site that it stands on. */
export async function setTheme(form: FormData): Promise<void> {
  const fields = requireForm(form);
  (await cookies()).set("theme", parseTheme(fields.get("theme")), preferenceCookie);
  const address = fields.get("address");
  if (typeof address !== "string") return;
  if (readLocaleAddress(address) || sitePaths.some((known) => known === address)) redirect(address);
}
