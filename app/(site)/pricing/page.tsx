import type { Metadata } from "next";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { modelHost } from "../model-host";
import { siteMetadata } from "../site-metadata";
import { SitePage } from "../site-page";
import { SiteList, SiteSection, SiteText } from "../site-text";
import { StartSection } from "../start-section";
import { CeilingTable } from "./ceiling-table";
import { PlanTable } from "./plan-table";

export async function generateMetadata(): Promise<Metadata> {
  return siteMetadata(paths.pricing, getCatalog(await getRequestLocale()).offers.pricing);
}

/** What it costs: nothing but what it runs on; and the plans and ceilings of this very server. */
export default async function PricingPage() {
  const locale = await getRequestLocale();
  const { pricing } = getCatalog(locale).offers;
  const { software, running } = pricing;
  const model = modelHost();
  return (
    <SitePage path={paths.pricing}>
      <SiteText title={pricing.title} lead={pricing.lead}>
        <SiteSection title={software.title}>
          <SiteList items={software.items} />
          <p className="mt-4 max-w-form">{software.operator(env().OPERATOR_NAME ?? software.someOperator)}</p>
        </SiteSection>
        <SiteSection title={pricing.plans.title}>
          <PlanTable locale={locale} />
        </SiteSection>
        <SiteSection title={running.title}>
          <dl className="divide-y divide-line">
            {running.rows.map(({ what, isNeeded, cost }) => (
              <div key={what} className="gap-8 py-4 first:pt-0 sm:grid sm:grid-cols-[12rem_1fr]">
                <dt className="font-medium">
                  {what}
                  <span className="ml-2 text-sm font-normal text-ink-soft sm:ml-0 sm:block">
                    {isNeeded ? running.required : running.optional}
                  </span>
                </dt>
                <dd className="mt-1 text-ink-soft sm:mt-0">{cost}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-4 max-w-form">{model ? running.hasModel(model) : running.hasNoModel}</p>
        </SiteSection>
        <SiteSection title={pricing.ceilings.title}>
          <CeilingTable locale={locale} />
        </SiteSection>
        <StartSection locale={locale} />
      </SiteText>
    </SitePage>
  );
}
