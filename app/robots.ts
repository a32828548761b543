import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { getBaseUrl } from "@/lib/base-url";
import { env } from "@/lib/env";

/** Search engines read what is public; everything else asks for a session. Without a site nothing is for them. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  if (env().SITE === "0") return { rules: { userAgent: "*", disallow: "/" } };
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/api/", "/bots", "/chats", "/team", "/account", "/invite/", "/reset/"],
    },
    sitemap: `${getBaseUrl()}/sitemap.xml`,
  };
}
