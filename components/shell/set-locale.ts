"use server";

import { cookies } from "next/headers";
import { requireForm } from "@/lib/http/require-form";
import { defaultLocale, findLocale } from "@/lib/i18n/locale";
import { preferenceCookie } from "./preference-cookie";

/** Keeps the form's `locale` in a cookie for a year. */
export async function setLocale(form: FormData): Promise<void> {
  const locale = findLocale(requireForm(form).get("locale")) ?? defaultLocale;
  (await cookies()).set("locale", locale, preferenceCookie);
}
