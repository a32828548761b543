import { cookies } from "next/headers";
import { parseTheme, type Theme } from "./theme";

/** The theme of the request at hand: its `theme` cookie, else the system's. */
export async function getRequestTheme(): Promise<Theme> {
  return parseTheme((await cookies()).get("theme")?.value);
}
