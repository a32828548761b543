import type { Metadata } from "next";
import { getDemoToken } from "@/app/demo/get-demo-token";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { Button } from "@/components/ui/button/button";
import { controlClass, controlHeightClass } from "@/components/ui/field/control-class";
import { describeField, Field } from "@/components/ui/field/field";
import { Notice } from "@/components/ui/notice";
import { getBaseUrl } from "@/lib/base-url";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import { getContext } from "@/lib/context";
import { widgetLocales } from "@/lib/contract/config-fields";
import { widgetToken } from "@/lib/contract/request-fields";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { SiteCode } from "../../site-code";
import { siteMetadata } from "../../site-metadata";
import { SiteScript } from "../../site-script";
import { ToolPage } from "../tool-page";

const localeNames = { "zh-TW": "繁體中文", "zh-CN": "简体中文", en: "English", ja: "日本語" } as const;
const openings = ["button", "at-once", "none"] as const;

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return siteMetadata(paths.snippetTool, getCatalog(await getRequestLocale()).tools.snippet);
}

export default async function SnippetPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, locale, ctx] = await Promise.all([searchParams, getRequestLocale(), getContext()]);
  const words = getCatalog(locale).tools.snippet;
  const typed = typeof query.token === "string" ? query.token.trim().slice(0, 100) : undefined;
  const token = widgetToken.safeParse(typed).data;
  const isThere = token !== undefined && (await getBotByToken(ctx, token)) !== null;
  const error = typed === undefined || isThere ? undefined : token ? words.tokenUnknown : words.tokenMissing;
  const chosenLocale = widgetLocales.find((one) => one === query.locale);
  const opening = openings.find((one) => one === query.opening) ?? "button";
  const attributes = {
    "data-token": token ?? "",
    ...(chosenLocale && { "data-locale": chosenLocale }),
    ...(opening === "at-once" && { "data-open": "" }),
    ...(opening === "none" && { "data-launcher": "none" }),
  };
  const openingLabels = {
    button: words.openingButton,
    "at-once": words.openingAtOnce,
    none: words.openingNone,
  };
  return (
    <ToolPage path={paths.snippetTool} words={words}>
      <form method="get" className="flex flex-col gap-4">
        <Field id="token" label={words.token} help={words.tokenHelp} error={error}>
          <input
            {...describeField("token", { help: words.tokenHelp, error })}
            id="token"
            name="token"
            type="text"
            autoComplete="off"
            spellCheck={false}
            defaultValue={typed ?? (await getDemoToken(ctx)) ?? ""}
            className={`${controlClass} ${controlHeightClass} font-mono`}
          />
        </Field>
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <Field id="locale" label={words.locale}>
            <select
              id="locale"
              name="locale"
              defaultValue={chosenLocale ?? ""}
              className={`${controlClass} ${controlHeightClass}`}
            >
              <option value="">{words.localeOwn}</option>
              {widgetLocales.map((one) => (
                <option key={one} value={one} lang={one}>
                  {localeNames[one]}
                </option>
              ))}
            </select>
          </Field>
          <Field id="opening" label={words.opening}>
            <select
              id="opening"
              name="opening"
              defaultValue={opening}
              className={`${controlClass} ${controlHeightClass}`}
            >
              {openings.map((one) => (
                <option key={one} value={one}>
                  {openingLabels[one]}
                </option>
              ))}
            </select>
          </Field>
        </div>
        <Button type="submit" variant="primary" className="self-start">
          {words.submit}
        </Button>
      </form>
      {isThere && (
        <div className="mt-8 flex flex-col gap-4">
          <SiteCode
            label={words.result}
            code={toSnippet(attributes)}
            words={{ copy: words.copy, copied: words.copied }}
          />
          <Notice>
            <p>{words.preview}</p>
            {opening === "none" && (
              <Button data-dawen-open="" size="small" className="mt-2">
                {words.previewOpen}
              </Button>
            )}
          </Notice>
          <script src="/widget.js" {...attributes} data-site="" defer />
        </div>
      )}
      <SiteScript />
    </ToolPage>
  );
}

function toSnippet(attributes: Record<string, string>): string {
  const written = Object.entries(attributes).map(([name, value]) => (value ? `${name}="${value}"` : name));
  return `<script src="${getBaseUrl()}/widget.js" ${written.join(" ")} async></script>`;
}
