import type { Metadata } from "next";
import { getAddressLocale, getRequestLocale } from "@/components/shell/preferences/request-locale";
import { textLinkClass } from "@/components/ui/text-link-class";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { localeAddress } from "@/lib/i18n/locale-address";
import { paths } from "@/lib/paths";
import { OperatorContact } from "../operator-contact";
import { siteMetadata } from "../site-metadata";
import { SitePage } from "../site-page";
import { SiteList, SitePoints, SiteSection, SiteSteps, SiteText } from "../site-text";
import { StartSection } from "../start-section";

export async function generateMetadata(): Promise<Metadata> {
  return siteMetadata(paths.partners, getCatalog(await getRequestLocale()).offers.partners);
}

export default async function PartnersPage() {
  const [locale, addressLocale] = await Promise.all([getRequestLocale(), getAddressLocale()]);
  const { offers, tools } = getCatalog(locale);
  const { partners } = offers;
  const tool = paths.answerTool;
  return (
    <SitePage path={paths.partners}>
      <SiteText title={partners.title} lead={partners.lead}>
        <SiteSection title={partners.may.title}>
          <SitePoints points={partners.may.items} />
        </SiteSection>
        <SiteSection title={partners.steps.title}>
          <SiteSteps items={partners.steps.items} />
          <p className="mt-6">
            <a href={addressLocale ? localeAddress(addressLocale, tool) : tool} className={textLinkClass}>
              {tools.answer.title}
            </a>
          </p>
        </SiteSection>
        <SiteSection title={partners.link.title}>
          <SiteList items={partners.link.items} />
        </SiteSection>
        <SiteSection title={partners.not.title}>
          <SiteList items={partners.not.items} />
        </SiteSection>
        <SiteSection title={partners.contact.title}>
          <OperatorContact words={partners.contact} />
        </SiteSection>
        <StartSection locale={locale} />
      </SiteText>
    </SitePage>
  );
}
