"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { requireForm } from "@/lib/http/require-form";
import { defaultLocale, findLocale } from "@/lib/i18n/locale";
import { sitePaths } from "@/lib/paths";
import { preferenceCookie } from "./preference-cookie";
import { getAddressLocale } from "./request-locale";

/**
 * Keeps the form's `locale` in a cookie for a year. From a page whose address names a language it leads to the form's `path`,
 * the same page in the language that was chosen.
 */
export async function setLocale(form: FormData): Promise<void> {
  const fields = requireForm(form);
  (await cookies()).set("locale", findLocale(fields.get("locale")) ?? defaultLocale, preferenceCookie);
  const path = sitePaths.find((known) => known === fields.get("path"));
  if (path && (await getAddressLocale())) redirect(path);
}
