"use server";

import { cookies } from "next/headers";
import { defaultLocale, findLocale } from "@/lib/i18n/locale";
import { preferenceCookie } from "./preference-cookie";

/** Keeps the form's `locale` in a cookie for a year. */
export async function setLocale(form: FormData): Promise<void> {
  (await cookies()).set("locale", findLocale(form.get("locale")) ?? defaultLocale, preferenceCookie);
}
