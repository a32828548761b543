import type { Metadata } from "next";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { ChevronDown } from "@/components/ui/icons";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { siteMetadata } from "../site-metadata";
import { SitePage } from "../site-page";
import { SiteSection, SiteText } from "../site-text";
import { StartSection } from "../start-section";
import { StructuredData } from "../structured-data";

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = getCatalog(await getRequestLocale()).questions;
  return siteMetadata(paths.questions, { title, description });
}

export default async function QuestionsPage() {
  const locale = await getRequestLocale();
  const words = getCatalog(locale).questions;
  const all = words.groups.flatMap((group) => group.items);
  return (
    <SitePage path={paths.questions}>
      <StructuredData
        data={{
          "@type": "FAQPage",
          inLanguage: locale,
          mainEntity: all.map(({ question, answer }) => ({
            "@type": "Question",
            name: question,
            acceptedAnswer: { "@type": "Answer", text: answer.join("\n") },
          })),
        }}
      />
      <SiteText title={words.title} lead={words.lead}>
        {words.groups.map((group) => (
          <SiteSection key={group.title} title={group.title}>
            <div className="divide-y divide-line border-y border-line">
              {group.items.map(({ question, answer }) => (
                <details key={question} className="group">
                  <summary className="flex min-h-11 items-center justify-between gap-4 py-2.5 font-medium">
                    <h3 className="font-medium">{question}</h3>
                    <ChevronDown
                      aria-hidden
                      className="size-4 shrink-0 text-ink-soft transition-transform group-open:rotate-180"
                    />
                  </summary>
                  <div className="flex max-w-form flex-col gap-2 pb-4 text-ink-soft">
                    {answer.map((paragraph) => (
                      <p key={paragraph}>{paragraph}</p>
                    ))}
                  </div>
                </details>
              ))}
            </div>
          </SiteSection>
        ))}
        <StartSection locale={locale} />
      </SiteText>
    </SitePage>
  );
}
