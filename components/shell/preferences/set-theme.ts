"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { requireForm } from "@/lib/http/require-form";
import { locales } from "@/lib/i18n/locale";
import { localeAddress } from "@/lib/i18n/locale-address";
import { sitePaths } from "@/lib/paths";
import { preferenceCookie } from "./preference-cookie";
import { parseTheme } from "./theme";

const siteAddresses = sitePaths.flatMap((path) => [
  path,
  ...locales.map((locale) => localeAddress(locale, path)),
]);

/**
 * Keeps the form's `theme` in a cookie for a year, and leads to the form's `address`, of the page of the site that it
 * stands on.
 */
export async function setTheme(form: FormData): Promise<void> {
  const fields = requireForm(form);
  (await cookies()).set("theme", parseTheme(fields.get("theme")), preferenceCookie);
  const address = siteAddresses.find((known) => known === fields.get("address"));
  if (address) redirect(address);
}
