"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { requireForm } from "@/lib/http/require-form";
import { defaultLocale, findLocale } from "@/lib/i18n/locale";
import { sitePaths } from "@/lib/paths";
import { preferenceCookie } from "./preference-cookie";

/**
 * Keeps the form's `locale` in a cookie for a year, and leads to the form's `path`, the page of the site that it stands
 * on.
 */
export async function setLocale(form: FormData): Promise<void> {
  const fields = requireForm(form);
  (await cookies()).set("locale", findLocale(fields.get("locale")) ?? defaultLocale, preferenceCookie);
  const path = sitePaths.find((known) => known === fields.get("path"));
  if (path) redirect(path);
}
