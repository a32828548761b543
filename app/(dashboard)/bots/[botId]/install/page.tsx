import type { Metadata } from "next";
import { InstallState } from "@/components/bots/install-state";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { buttonClass } from "@/components/ui/button/button-class";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { textLinkClass } from "@/components/ui/text-link-class";
import { getBaseUrl } from "@/lib/base-url";
import { botPaths } from "@/lib/bots/bot-paths";
import { getPinnedWidget } from "@/lib/http/widget/pinned-widget";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { botPageTitle } from "../bot-page-title";
import { requirePageBot } from "../require-page-bot";

export async function generateMetadata({
  params,
}: {
  params: Promise<{ botId: string }>;
}): Promise<Metadata> {
  return { title: await botPageTitle(params, getCatalog(await getRequestLocale()).bots.install.title) };
}

export default async function InstallPage({ params }: { params: Promise<{ botId: string }> }) {
  const { bot } = await requirePageBot(params);
  const locale = await getRequestLocale();
  const { bots, common } = getCatalog(locale);
  const words = bots.install;
  const snippet = `<script src="${getBaseUrl()}/widget.js" data-token="${bot.widgetToken}" async></script>`;
  const pinned = getPinnedWidget();
  const pinnedSnippet =
    pinned &&
    `<script src="${getBaseUrl()}/widget/${pinned.name}" integrity="${pinned.integrity}" crossorigin="anonymous" data-token="${bot.widgetToken}" async></script>`;
  return (
    <div className="flex max-w-form flex-col gap-6">
      <Card title={words.title} description={words.description}>
        <CodeBlock code={snippet} label={words.snippetLabel} copyLabel={words.copySnippet} />
        <h3 className="mt-6 font-medium">{words.where}</h3>
        <ul className="mt-1 flex list-disc flex-col gap-1 pl-5 text-ink-soft">
          <li>{words.whereShopify}</li>
          <li>{words.whereWordPress}</li>
          <li>{words.whereOther}</li>
        </ul>
      </Card>
      {pinnedSnippet && (
        <Card title={words.pinned} description={words.pinnedDescription}>
          <CodeBlock code={pinnedSnippet} label={words.pinnedLabel} copyLabel={words.copySnippet} />
        </Card>
      )}
      <Card title={words.api} description={words.apiDescription}>
        <CodeBlock code={apiExample} label={words.apiLabel} copyLabel={words.copyCode} />
        <p className="mt-3 text-sm">
          <a href="/widget.d.ts" target="_blank" rel="noreferrer" className={textLinkClass}>
            {words.apiDocs}
            <span className="sr-only">{common.opensNewTab}</span>
          </a>
        </p>
      </Card>
      <Card title={words.check}>
        <InstallState bot={bot} baseUrl={getBaseUrl()} locale={locale} />
      </Card>
      <Card title={words.tryTitle} description={words.tryDescription}>
        <a href={botPaths(bot.id).tryOut} target="_blank" className={buttonClass()} rel="noreferrer">
          {words.tryOpen}
          <span className="sr-only">{common.opensNewTab}</span>
        </a>
      </Card>
    </div>
  );
}

const apiExample = `window.dawen = window.dawen || [];
dawen.push(["identify", { name: "王小明", email: "ming@example.com" }]);
dawen.push(["open"]);`;
