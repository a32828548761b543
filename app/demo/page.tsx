import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ShopPage } from "@/components/demo/shop-page";
import { paths } from "@/components/shell/paths";
import { getRequestLocale } from "@/components/shell/request-locale";
import { getDemoToken } from "@/lib/bots/get-demo-token";
import { getContext } from "@/lib/context";
import { getCatalog } from "@/lib/i18n/get-catalog";

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
