import { textLinkClass } from "@/components/ui/text-link-class";
import { siteBotRetentionDays } from "@/lib/bots/site-bot";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { SiteSection } from "./site-text";

type AskSectionProps = { locale: Locale; token: string; questionsHref: string };

/** The widget itself on the first page, what to ask it, and what becomes of what was asked. */
export function AskSection({ locale, token, questionsHref }: AskSectionProps) {
  const { site, questions } = getCatalog(locale);
  return (
    <SiteSection id="ask" title={site.ask.title}>
      <div className="max-w-form">
        <p>{site.ask.text}</p>
        <p className="mt-4 text-sm text-ink-soft">{site.ask.examples}</p>
        <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
          {questions.bot.suggestions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        <p className="mt-4">
          <a href={questionsHref} className={textLinkClass}>
            {site.ask.questions}
          </a>
        </p>
        <p className="mt-4 text-sm text-ink-soft">{site.ask.kept(siteBotRetentionDays)}</p>
      </div>
      <script src="/widget.js" data-token={token} data-site="" defer />
    </SiteSection>
  );
}
