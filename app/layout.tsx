import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getRequestTheme } from "@/components/shell/preferences/request-theme";
import { FieldLanguages } from "@/components/ui/field/field-languages";
import { ToastProvider } from "@/components/ui/toast/toast-provider";
import { LocaleProvider } from "@/components/ui/words/locale-provider";
import { getBaseUrl } from "@/lib/base-url";
import { getCatalog } from "@/lib/i18n/get-catalog";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await getRequestLocale();
  const { common, site } = getCatalog(locale);
  return {
    metadataBase: new URL(getBaseUrl()),
    title: { default: common.productName, template: `%s · ${common.productName}` },
    description: site.metaDescription,
    applicationName: common.productName,
    openGraph: {
      type: "website",
      siteName: common.productName,
      locale: locale.replace("-", "_"),
      images: [{ url: `/pictures/link-${locale}.png`, width: 1200, height: 630, alt: site.picture.label }],
    },
    twitter: { card: "summary_large_image" },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await getRequestTheme();
  const light = "#f6f6f2";
  const dark = "#121617";
  return {
    viewportFit: "cover",
    themeColor:
      theme === "system"
        ? [
            { media: "(prefers-color-scheme: light)", color: light },
            { media: "(prefers-color-scheme: dark)", color: dark },
          ]
        : { light, dark }[theme],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme] = await Promise.all([getRequestLocale(), getRequestTheme()]);
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <LocaleProvider locale={locale} renderedAt={Date.now()}>
          <FieldLanguages />
          <ToastProvider>{children}</ToastProvider>
        </LocaleProvider>
      </body>
    </html>
  );
}
