import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { paths } from "@/components/shell/paths";
import { getBaseUrl } from "@/lib/base-url";
import { getDemoToken } from "@/lib/bots/get-demo-token";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";

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
