import type { Metadata } from "next";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { siteBotRetentionDays } from "@/lib/bots/site-bot";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { getSiteBot } from "../get-site-bot";
import { modelHost } from "../model-host";
import { OperatorContact } from "../operator-contact";
import { siteMetadata } from "../site-metadata";
import { SitePage } from "../site-page";
import { SiteList, SiteSection, SiteText } from "../site-text";

export async function generateMetadata(): Promise<Metadata> {
  return siteMetadata(paths.privacy, getCatalog(await getRequestLocale()).sitePages.privacy);
}

export default async function PrivacyPage() {
  const locale = await getRequestLocale();
  const { privacy } = getCatalog(locale).sitePages;
  const own = (await getSiteBot(locale)) ? [privacy.ownWidget(siteBotRetentionDays)] : [];
  const { OPERATOR_NAME, OPENAI_EMBEDDING_MODEL } = env();
  const model = modelHost();
  const { others } = privacy;
  const given = model
    ? [others.model(model), ...(OPENAI_EMBEDDING_MODEL ? [others.embedding] : [])]
    : [others.none];
  return (
    <SitePage path={paths.privacy}>
      <SiteText title={privacy.title} lead={privacy.lead(OPERATOR_NAME ?? privacy.someOperator)}>
        <SiteSection title={privacy.visitors.title}>
          <SiteList items={[...privacy.visitors.items, ...own]} />
        </SiteSection>
        <SiteSection title={privacy.members.title}>
          <SiteList items={privacy.members.items} />
        </SiteSection>
        <SiteSection title={others.title}>
          <SiteList items={[...given, others.never]} />
        </SiteSection>
        <SiteSection title={privacy.rights.title}>
          <SiteList items={privacy.rights.items} />
          <div className="mt-4">
            <OperatorContact words={privacy.rights} />
          </div>
          <p className="mt-6 text-sm text-ink-soft">
            {privacy.updatedLabel} {privacy.updated}
          </p>
        </SiteSection>
      </SiteText>
    </SitePage>
  );
}
