"use server";

import { cookies } from "next/headers";
import { parseTheme } from "@/components/shell/theme";
import { preferenceCookie } from "./preference-cookie";

/** Keeps the form's `theme` in a cookie for a year. */
export async function setTheme(form: FormData): Promise<void> {
  (await cookies()).set("theme", parseTheme(form.get("theme")), preferenceCookie);
}
