import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locale";
import type { SourceDetail } from "@/lib/knowledge/sources/get-source";
import { languageOf } from "@/lib/language/language-of";
import { BackLink } from "./back-link";
import { FileState } from "./files/file-state";

type SourceHeadProps = {
  source: SourceDetail;
  back: { href: string; label: string };
  locale: Locale;
  /** Below its name: where it is. */
  address?: ReactNode;
  /** Beside how far it is. */
  facts: ReactNode;
  /** For members who may write; null for all others. */
  buttons: ReactNode;
};

/** The head of the page of a file, a page of the web or a site. */
export function SourceHead({ source, back, locale, address, facts, buttons }: SourceHeadProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0">
        <BackLink {...back} />
        <h2 lang={languageOf(source.name)} className="text-lg [overflow-wrap:anywhere]">
          {source.name}
        </h2>
        {address}
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          <FileState file={source} locale={locale} />
          {facts}
        </p>
      </div>
      {buttons && <div className="flex flex-wrap gap-2">{buttons}</div>}
    </header>
  );
}
