import type { ReactNode } from "react";
import { getAddressLocale, getRequestLocale } from "@/components/shell/preferences/request-locale";
import { textLinkClass } from "@/components/ui/text-link-class";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { localeAddress } from "@/lib/i18n/locale-address";
import { paths, type SitePath } from "@/lib/paths";
import { SitePage } from "../site-page";
import { SiteText } from "../site-text";

type ToolPageProps = { path: SitePath; words: { title: string; description: string }; children: ReactNode };

/** One of the public tools, with the way back to all of them. */
export async function ToolPage({ path, words, children }: ToolPageProps) {
  const [locale, addressLocale] = await Promise.all([getRequestLocale(), getAddressLocale()]);
  return (
    <SitePage path={path}>
      <SiteText title={words.title} lead={words.description}>
        <div className="max-w-form">{children}</div>
        <p className="mt-10">
          <a
            href={addressLocale ? localeAddress(addressLocale, paths.tools) : paths.tools}
            className={textLinkClass}
          >
            {getCatalog(locale).tools.back}
          </a>
        </p>
      </SiteText>
    </SitePage>
  );
}
