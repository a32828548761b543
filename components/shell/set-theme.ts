"use server";

import { cookies } from "next/headers";
import { requireForm } from "@/lib/http/require-form";
import { preferenceCookie } from "./preference-cookie";
import { parseTheme } from "./theme";

/** Keeps the form's `theme` in a cookie for a year. */
export async function setTheme(form: FormData): Promise<void> {
  (await cookies()).set("theme", parseTheme(requireForm(form).get("theme")), preferenceCookie);
}
