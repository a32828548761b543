import type { MetadataRoute } from "next";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { defaultLocale } from "@/lib/i18n/locale";
import { paths } from "@/lib/paths";

/**
 * For who puts the dashboard on a home screen. A manifest is read without cookies, so it speaks the default language.
 */
export default function manifest(): MetadataRoute.Manifest {
  const { common, site } = getCatalog(defaultLocale);
  return {
    name: common.productName,
    short_name: common.productName,
    description: site.metaDescription,
    lang: defaultLocale,
    start_url: paths.chats,
    scope: paths.home,
    display: "minimal-ui",
    background_color: "#f6f6f2",
    theme_color: "#f6f6f2",
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/pictures/icon-192.png", type: "image/png", sizes: "192x192", purpose: "any" },
      { src: "/pictures/icon-512.png", type: "image/png", sizes: "512x512", purpose: "any" },
      { src: "/pictures/icon-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
    ],
  };
}
