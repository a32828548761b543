import type { Metadata } from "next";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { siteMetadata } from "../site-metadata";
import { SitePage } from "../site-page";
import { SiteSection, SiteSteps, SiteText } from "../site-text";
import { StartSection } from "../start-section";

export async function generateMetadata(): Promise<Metadata> {
  return siteMetadata(paths.howItWorks, getCatalog(await getRequestLocale()).sitePages.howItWorks);
}

export default async function HowItWorksPage() {
  const locale = await getRequestLocale();
  const { howItWorks } = getCatalog(locale).sitePages;
  return (
    <SitePage path={paths.howItWorks}>
      <SiteText title={howItWorks.title} lead={howItWorks.lead}>
        {[howItWorks.steps, howItWorks.inside, howItWorks.after].map((part) => (
          <SiteSection key={part.title} title={part.title}>
            <SiteSteps items={part.items} />
          </SiteSection>
        ))}
        <StartSection locale={locale} />
      </SiteText>
    </SitePage>
  );
}
