import type { Metadata } from "next";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { textLinkClass } from "@/components/ui/text-link-class";
import { getBaseUrl } from "@/lib/base-url";
import { listBots } from "@/lib/bots/list-bots";
import { getContext } from "@/lib/context";
import { mcpConfig, syncCommand } from "@/lib/http/open-api/api-curls";
import { apiReferenceOf } from "@/lib/http/open-api/api-reference";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { getActor } from "@/lib/session/current-actor";
import { SiteCode } from "../../site-code";
import { siteMetadata } from "../../site-metadata";
import { SitePage } from "../../site-page";
import { SiteScript } from "../../site-script";
import { SiteSection, SiteSteps, SiteText } from "../../site-text";
import { ApiEndpoint } from "./api-endpoint";
import { ApiErrors } from "./api-errors";

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = getCatalog(await getRequestLocale()).apiReference;
  return siteMetadata(paths.developersApi, { title, description });
}

/** What programs with a key can do, with commands that run against this very server. */
export default async function ApiReferencePage() {
  const [locale, ctx, actor] = await Promise.all([getRequestLocale(), getContext(), getActor()]);
  const { apiReference: words, developers } = getCatalog(locale);
  const [own] = actor ? await listBots({ ...ctx, actor }) : [];
  const bot = own?.id ?? "BOT_ID";
  const copy = { copy: developers.copy, copied: developers.copied };
  const parts = [
    { id: "start", title: words.start.title },
    { id: "rules", title: words.rules.title },
    { id: "sync", title: words.sync.title },
    { id: "mcp", title: words.mcp.title },
    { id: "reference", title: developers.reference.title },
    { id: "errors", title: words.errors.title },
  ];
  return (
    <SitePage path={paths.developersApi}>
      <SiteText title={words.title} lead={words.lead}>
        <nav aria-label={developers.contents} className="-mt-4 mb-8">
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {[
              ...parts.map(({ id, title }) => ({ href: `#${id}`, title })),
              { href: `${paths.developersApi}.md?lang=${locale}`, title: words.markdown },
              { href: paths.openApi, title: developers.openApi },
              { href: paths.developers, title: words.back },
            ].map(({ href, title }) => (
              <li key={href}>
                <a href={href} className={textLinkClass}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>

        <SiteSection id="start" title={words.start.title}>
          <SiteSteps items={words.start.items} />
          <div className="mt-6 flex flex-col gap-4">
            <SiteCode label={words.start.key} code="export DAWEN_KEY=dwk_…" words={copy} />
            <p className="max-w-form">{own ? words.ownBot(own.name) : words.noBot}</p>
          </div>
        </SiteSection>
        <SiteSection id="rules" title={words.rules.title}>
          <ul className="flex max-w-form list-disc flex-col gap-2 pl-5">
            {words.rules.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </SiteSection>
        <SiteSection id="sync" title={words.sync.title}>
          <p className="mb-4 max-w-form">{words.sync.text}</p>
          <SiteCode label={words.sync.label} code={syncCommand(getBaseUrl(), bot)} words={copy} />
        </SiteSection>
        <SiteSection id="mcp" title={words.mcp.title}>
          <p className="mb-4 max-w-form">{words.mcp.text}</p>
          <SiteCode label={words.mcp.label} code={mcpConfig(getBaseUrl())} words={copy} />
        </SiteSection>
        <SiteSection id="reference" title={developers.reference.title}>
          {apiReferenceOf(locale, getBaseUrl(), bot).map((endpoint) => (
            <ApiEndpoint key={endpoint.name} endpoint={endpoint} locale={locale} />
          ))}
        </SiteSection>
        <SiteSection id="errors" title={words.errors.title}>
          <ApiErrors locale={locale} />
        </SiteSection>
      </SiteText>
      <SiteScript />
    </SitePage>
  );
}
