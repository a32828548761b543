import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { getBaseUrl } from "@/lib/base-url";

/** Search engines read what is public; everything else asks for a session. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/api/", "/bots", "/chats", "/team", "/account", "/invite/", "/reset/"],
    },
    sitemap: `${getBaseUrl()}/sitemap.xml`,
  };
}
