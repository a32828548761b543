import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getDemoToken } from "@/app/demo/get-demo-token";
import { getAddressLocale, getRequestLocale } from "@/components/shell/preferences/request-locale";
import { buttonClass } from "@/components/ui/button/button-class";
import { ButtonLink } from "@/components/ui/button/button-link";
import { CodeBlock } from "@/components/ui/code-block";
import { getBaseUrl } from "@/lib/base-url";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { locales } from "@/lib/i18n/locale";
import { localeAddress } from "@/lib/i18n/locale-address";
import { paths } from "@/lib/paths";
import { getActor } from "@/lib/session/current-actor";
import { homePath } from "@/lib/session/home-path";
import { AskSection } from "./ask-section";
import { getSiteBot } from "./get-site-bot";
import { ProductPicture } from "./product-picture";
import { siteMetadata } from "./site-metadata";
import { SitePage } from "./site-page";
import { SiteSection, SiteSteps } from "./site-text";
import { StructuredData } from "./structured-data";

const snippet =
  '<script src="https://chat.example.com/widget.js" data-token="0f3c9a1be27d4f6081a2b3c4d5e6f708" async></script>';

export async function generateMetadata(): Promise<Metadata> {
  const { site } = getCatalog(await getRequestLocale());
  return siteMetadata(paths.home, {
    title: site.metaTitle,
    description: site.metaDescription,
    isWholeTitle: true,
  });
}

export default async function LandingPage() {
  if (env().SITE === "0") {
    const actor = await getActor();
    redirect(actor ? homePath(actor) : paths.signIn);
  }
  const [locale, addressLocale, demoToken] = await Promise.all([
    getRequestLocale(),
    getAddressLocale(),
    getDemoToken(await getContext()),
  ]);
  const siteToken = await getSiteBot(locale);
  const questionsHref = addressLocale ? localeAddress(addressLocale, paths.questions) : paths.questions;
  const { common, site } = getCatalog(locale);
  const isSignUpOpen = env().SIGNUP === "open";
  return (
    <SitePage path={paths.home}>
      <StructuredData
        data={{
          "@type": "SoftwareApplication",
          name: common.productName,
          description: site.metaDescription,
          url: getBaseUrl(),
          applicationCategory: "BusinessApplication",
          operatingSystem: "Web",
          inLanguage: locales,
          license: "https://opensource.org/license/mit",
        }}
      />
      <div className="mx-auto w-full max-w-[calc(70rem+64px)] px-4 md:px-8">
        <section className="grid grid-cols-1 items-center gap-12 pt-8 pb-16 lg:grid-cols-[minmax(0,1fr)_minmax(0,600px)] lg:gap-12 lg:pt-16 lg:pb-24">
          <div className="max-w-120">
            <h1 className="text-xl whitespace-pre-line">{site.hero.title}</h1>
            <p className="mt-4 text-balance text-ink-soft">{site.hero.lead}</p>
            <div className="mt-8 flex flex-wrap gap-2">
              <ButtonLink href={isSignUpOpen ? paths.signUp : paths.signIn} variant="primary">
                {isSignUpOpen ? site.hero.primary : site.signIn}
              </ButtonLink>
              {siteToken && (
                // To the part of the page that says what to ask; where scripts run the widget opens, too.
                <a href="#ask" data-dawen-open="" className={buttonClass({})}>
                  {site.hero.ask}
                </a>
              )}
              {demoToken && <ButtonLink href={paths.demo}>{site.hero.demo}</ButtonLink>}
            </div>
          </div>
          <ProductPicture words={site.picture} />
        </section>

        {siteToken && <AskSection locale={locale} token={siteToken} questionsHref={questionsHref} />}

        <SiteSection title={site.steps.title}>
          <SiteSteps items={site.steps.items} isRow />
        </SiteSection>

        <SiteSection title={site.snippet.title}>
          <CodeBlock code={snippet} label="HTML" isCopied={false} />
          <p className="mt-3 text-sm text-ink-soft">{site.snippet.description}</p>
        </SiteSection>

        <SiteSection title={site.promises.title}>
          <dl className="divide-y divide-line">
            {site.promises.items.map((promise) => (
              <div
                key={promise.title}
                className="gap-8 py-4 first:pt-0 last:pb-0 sm:grid sm:grid-cols-[12rem_1fr]"
              >
                <dt className="font-medium">{promise.title}</dt>
                <dd className="text-ink-soft">{promise.text}</dd>
              </div>
            ))}
          </dl>
        </SiteSection>
      </div>
    </SitePage>
  );
}
