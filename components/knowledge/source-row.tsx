import Link from "next/link";
import type { ReactNode } from "react";
import { textLinkClass } from "@/components/ui/text-link-class";
import type { Locale } from "@/lib/i18n/locale";
import type { SourceItem } from "@/lib/knowledge/sources/list-sources";
import { languageOf } from "@/lib/language/language-of";
import { fileFault } from "./files/file-fault";
import { FileState } from "./files/file-state";

type SourceRowProps = {
  source: SourceItem;
  href: string;
  locale: Locale;
  /** Below its name: where it is. */
  address?: ReactNode;
  /** Below its fault: what is known of it. */
  facts: ReactNode;
  buttons: ReactNode;
};

/** A file, a page or a site in a list: its name, how far it is, why it failed, and what can be done with it. */
export function SourceRow({ source, href, locale, address, facts, buttons }: SourceRowProps) {
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            href={href}
            lang={languageOf(source.name)}
            className={`${textLinkClass} min-w-0 [overflow-wrap:anywhere]`}
          >
            {source.name}
          </Link>
          <FileState file={source} locale={locale} />
        </p>
        {address}
        {source.fault !== null && <p className="mt-1">{fileFault(locale, source.fault).text}</p>}
        {facts}
      </div>
      <div className="flex gap-2">{buttons}</div>
    </li>
  );
}
