import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getContext } from "@/lib/context";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { ShopPage } from "./_shop/shop-page";
import { getDemoToken } from "./get-demo-token";

export async function generateMetadata(): Promise<Metadata> {
  const { demo } = getCatalog(await getRequestLocale());
  return { title: demo.metaTitle, description: demo.metaDescription, alternates: { canonical: paths.demo } };
}

export default async function DemoPage() {
  const locale = await getRequestLocale();
  const widgetToken = await getDemoToken(await getContext());
  if (!widgetToken) notFound();
  return (
    <ShopPage
      widgetToken={widgetToken}
      locale={locale}
      words={getCatalog(locale).demo.bar}
      dashboardHref={paths.bots}
      chatsHref={paths.chats}
    />
  );
}
