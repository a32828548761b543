import type { Metadata } from "next";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { siteMetadata } from "../site-metadata";
import { SitePage } from "../site-page";
import { SitePoints, SiteSection, SiteText } from "../site-text";
import { StartSection } from "../start-section";

export async function generateMetadata(): Promise<Metadata> {
  return siteMetadata(paths.features, getCatalog(await getRequestLocale()).sitePages.features);
}

export default async function FeaturesPage() {
  const locale = await getRequestLocale();
  const { features } = getCatalog(locale).sitePages;
  return (
    <SitePage path={paths.features}>
      <SiteText title={features.title} lead={features.lead}>
        {features.groups.map((group) => (
          <SiteSection key={group.title} title={group.title}>
            <SitePoints points={group.points} />
          </SiteSection>
        ))}
        <StartSection locale={locale} />
      </SiteText>
    </SitePage>
  );
}
