import type { Metadata } from "next";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { controlClass } from "@/components/ui/field/control-class";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { siteMetadata } from "../../site-metadata";
import { SiteScript } from "../../site-script";
import { ToolPage } from "../tool-page";

export async function generateMetadata(): Promise<Metadata> {
  return siteMetadata(paths.charactersTool, getCatalog(await getRequestLocale()).tools.characters);
}

export default async function CharactersPage() {
  const { tools } = getCatalog(await getRequestLocale());
  const words = tools.characters;
  return (
    <ToolPage path={paths.charactersTool} words={words}>
      <div data-tool="characters" className="flex flex-col gap-2">
        <label htmlFor="message" className="font-medium">
          {words.label}
        </label>
        <textarea id="message" rows={8} className={`${controlClass} py-2`} />
        <div role="status" className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <p>
            {words.counted}{" "}
            <output htmlFor="message" data-count="all" className="font-semibold">
              0
            </output>{" "}
            / 300
          </p>
          <p data-state="empty" className="text-ink-soft">
            {words.empty}
          </p>
          <p data-state="fits" hidden className="text-good">
            {words.fits}
          </p>
          <p data-state="long" hidden className="text-bad">
            {words.tooLong} <span data-count="over">0</span>
          </p>
        </div>
      </div>
      <noscript>
        <p className="mt-4 text-bad">{tools.needsScript}</p>
      </noscript>
      <SiteScript />
    </ToolPage>
  );
}
