import type { Metadata } from "next";
import { getAddressLocale, getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { localeAddress } from "@/lib/i18n/locale-address";
import { paths } from "@/lib/paths";
import { siteMetadata } from "../site-metadata";
import { SitePage } from "../site-page";
import { SiteText } from "../site-text";

export async function generateMetadata(): Promise<Metadata> {
  const { tools } = getCatalog(await getRequestLocale());
  return siteMetadata(paths.tools, { title: tools.title, description: tools.description });
}

export default async function ToolsPage() {
  const [locale, addressLocale] = await Promise.all([getRequestLocale(), getAddressLocale()]);
  const { tools } = getCatalog(locale);
  const all = [
    { path: paths.answerTool, words: tools.answer },
    { path: paths.snippetTool, words: tools.snippet },
    { path: paths.contrastTool, words: tools.contrast },
    { path: paths.wordingTool, words: tools.wording },
    { path: paths.charactersTool, words: tools.characters },
  ];
  return (
    <SitePage path={paths.tools}>
      <SiteText title={tools.title} lead={tools.lead}>
        <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {all.map(({ path, words }) => (
            <li
              key={path}
              className="relative rounded-card border border-line bg-surface p-5 transition-colors hover:border-edge"
            >
              <h2 className="font-semibold">
                <a
                  href={addressLocale ? localeAddress(addressLocale, path) : path}
                  className="after:absolute after:inset-0 after:rounded-card"
                >
                  {words.title}
                </a>
              </h2>
              <p className="mt-1 text-ink-soft">{words.description}</p>
            </li>
          ))}
        </ul>
      </SiteText>
    </SitePage>
  );
}
