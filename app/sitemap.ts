import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { getBaseUrl } from "@/lib/base-url";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { getDemoToken } from "./demo/get-demo-token";

/** The pages that a stranger may open here: no sign-up where it is not open, no demo where none was seeded. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const hasDemo = (await getDemoToken(await getContext())) !== null;
  const open = [
    "",
    ...(hasDemo ? [paths.demo] : []),
    paths.signIn,
    ...(env().SIGNUP === "open" ? [paths.signUp] : []),
  ];
  return open.map((path) => ({ url: getBaseUrl() + path }));
}
