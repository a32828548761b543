import type { Metadata } from "next";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { OperatorContact } from "../operator-contact";
import { siteMetadata } from "../site-metadata";
import { SitePage } from "../site-page";
import { SiteList, SiteSection, SiteText } from "../site-text";

export async function generateMetadata(): Promise<Metadata> {
  return siteMetadata(paths.terms, getCatalog(await getRequestLocale()).sitePages.terms);
}

export default async function TermsPage() {
  const { terms } = getCatalog(await getRequestLocale()).sitePages;
  return (
    <SitePage path={paths.terms}>
      <SiteText title={terms.title} lead={terms.lead(env().OPERATOR_NAME ?? terms.someOperator)}>
        {terms.sections.map((section) => (
          <SiteSection key={section.title} title={section.title}>
            <SiteList items={section.items} />
          </SiteSection>
        ))}
        <OperatorContact words={terms} />
      </SiteText>
    </SitePage>
  );
}
