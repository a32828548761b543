import type { Metadata } from "next";
import { getDemoToken } from "@/app/demo/get-demo-token";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { textLinkClass } from "@/components/ui/text-link-class";
import { getBaseUrl } from "@/lib/base-url";
import { listBots } from "@/lib/bots/list-bots";
import { getContext } from "@/lib/context";
import { curlsOf } from "@/lib/http/open-api/curls-of";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { getActor } from "@/lib/session/current-actor";
import { SiteCode } from "../site-code";
import { siteMetadata } from "../site-metadata";
import { SitePage } from "../site-page";
import { SiteScript } from "../site-script";
import { SiteSection, SiteSteps, SiteText } from "../site-text";
import { EndpointReference } from "./endpoint-reference";
import { ErrorCatalogue } from "./error-catalogue";
import { LimitTable } from "./limit-table";
import { SdkReference } from "./sdk-reference";

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = getCatalog(await getRequestLocale()).developers;
  return siteMetadata(paths.developers, { title, description });
}

/** What a developer needs, with commands that run against this very server. */
export default async function DevelopersPage() {
  const [locale, ctx, actor] = await Promise.all([getRequestLocale(), getContext(), getActor()]);
  const words = getCatalog(locale).developers;
  const [own] = actor ? await listBots({ ...ctx, actor }) : [];
  const demoToken = await getDemoToken(ctx);
  const token = own?.widgetToken ?? demoToken ?? "TOKEN";
  const whose = own ? words.ownToken(own.name) : demoToken ? words.demoToken : words.noToken;
  const curls = curlsOf(getBaseUrl(), token);
  const isOfContract = (endpoint: string) => ["config", "ping", "message"].includes(endpoint);
  const copy = { copy: words.copy, copied: words.copied };
  const ask = curls.find(({ endpoint }) => endpoint === "message");
  const parts = [
    { id: "quick-start", title: words.quickStart.title },
    { id: "reference", title: words.reference.title },
    { id: "errors", title: words.errors.title },
    { id: "limits", title: words.limits.title },
    { id: "sdk", title: words.sdk.title },
  ];
  return (
    <SitePage path={paths.developers}>
      <SiteText title={words.title} lead={words.lead}>
        <nav aria-label={words.contents} className="-mt-4 mb-8">
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`} className={textLinkClass}>
                  {title}
                </a>
              </li>
            ))}
            <li>
              <a href={paths.developersApi} className={textLinkClass}>
                {getCatalog(locale).apiReference.title}
              </a>
            </li>
            <li>
              <a href={`${paths.developers}.md?lang=${locale}`} className={textLinkClass}>
                {getCatalog(locale).apiReference.markdown}
              </a>
            </li>
            <li>
              <a href={paths.openApi} className={textLinkClass}>
                {words.openApi}
              </a>
            </li>
          </ul>
        </nav>

        <SiteSection id="quick-start" title={words.quickStart.title}>
          <SiteSteps items={words.quickStart.items} />
          <div className="mt-6 flex flex-col gap-4">
            <p className="max-w-form">{whose}</p>
            <SiteCode
              label={words.quickStart.snippet}
              code={`<script src="${getBaseUrl()}/widget.js" data-token="${token}" async></script>`}
              words={copy}
            />
            {ask && <SiteCode label={words.quickStart.ask} code={ask.command} words={copy} />}
            <p className="max-w-form text-sm text-ink-soft">{words.recorded}</p>
          </div>
        </SiteSection>

        <SiteSection id="reference" title={words.reference.title}>
          <p className="max-w-form text-ink-soft">
            <a href={paths.openApi} className={textLinkClass}>
              {words.openApi}
            </a>{" "}
            {words.openApiHelp}
          </p>
          <h3 className="mt-8 text-lg">{words.reference.contract}</h3>
          {curls
            .filter(({ endpoint }) => isOfContract(endpoint))
            .map((curl) => (
              <EndpointReference key={curl.endpoint} curl={curl} locale={locale} />
            ))}
          <h3 className="mt-12 text-lg">{words.reference.additions}</h3>
          <p className="mt-1 text-ink-soft">{words.reference.additionsHelp}</p>
          {curls
            .filter(({ endpoint }) => !isOfContract(endpoint))
            .map((curl) => (
              <EndpointReference key={curl.endpoint} curl={curl} locale={locale} />
            ))}
        </SiteSection>

        <SiteSection id="errors" title={words.errors.title}>
          <ErrorCatalogue locale={locale} />
        </SiteSection>
        <SiteSection id="limits" title={words.limits.title}>
          <LimitTable locale={locale} />
        </SiteSection>
        <SiteSection id="sdk" title={words.sdk.title}>
          <SdkReference locale={locale} token={token} />
        </SiteSection>
      </SiteText>
      <SiteScript />
    </SitePage>
  );
}
