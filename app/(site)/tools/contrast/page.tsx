import type { Metadata } from "next";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { controlClass, controlHeightClass } from "@/components/ui/field/control-class";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { siteMetadata } from "../../site-metadata";
import { SiteScript } from "../../site-script";
import { ToolPage } from "../tool-page";

const firstColor = "#00d4ff";

export async function generateMetadata(): Promise<Metadata> {
  return siteMetadata(paths.contrastTool, getCatalog(await getRequestLocale()).tools.contrast);
}

export default async function ContrastPage() {
  const { tools } = getCatalog(await getRequestLocale());
  const words = tools.contrast;
  const samples = [
    { name: "button", label: words.button, look: "font-medium" },
    { name: "light", label: words.light, look: "underline" },
    { name: "dark", label: words.dark, look: "underline" },
  ];
  return (
    <ToolPage path={paths.contrastTool} words={words}>
      <div data-tool="contrast" className="flex flex-col gap-6">
        <div className="flex flex-col gap-1">
          <label htmlFor="color" className="font-medium">
            {words.label}
          </label>
          <div className="flex gap-2">
            <input
              type="color"
              aria-label={words.picker}
              defaultValue={firstColor}
              className="h-9 w-14 cursor-pointer rounded-control border border-edge bg-surface p-1 pointer-coarse:h-11"
            />
            <input
              id="color"
              type="text"
              defaultValue={firstColor}
              autoComplete="off"
              spellCheck={false}
              aria-describedby="color-help"
              className={`${controlClass} ${controlHeightClass} max-w-36 font-mono`}
            />
          </div>
          <p id="color-help" className="text-sm text-ink-soft">
            {words.help}
          </p>
        </div>
        <ul className="flex flex-col gap-3">
          {samples.map(({ name, label, look }) => (
            <li key={name} className="overflow-clip rounded-card border border-line bg-surface">
              <div className="flex items-baseline justify-between gap-4 px-4 py-2 text-sm">
                {label}
                <output htmlFor="color" data-ratio={name} className="font-semibold" />
              </div>
              <p data-sample={name} className={`px-4 py-4 ${look}`}>
                {words.sample}
              </p>
            </li>
          ))}
        </ul>
        <p className="text-ink-soft">{words.note}</p>
      </div>
      <noscript>
        <p className="mt-4 text-bad">{tools.needsScript}</p>
      </noscript>
      <SiteScript />
    </ToolPage>
  );
}
