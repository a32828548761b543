import type { ReactNode } from "react";
import { BotAvatar } from "@/components/bots/bot-avatar";
import { BotStateBadge } from "@/components/bots/bot-state-badge";
import { CeilingNotice } from "@/components/bots/ceiling-notice";
import { ModelFaultNotice } from "@/components/bots/model-fault-notice";
import { PendingView } from "@/components/shell/pending-view";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { buttonClass } from "@/components/ui/button/button-class";
import { ExternalLink } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import { botPaths } from "@/lib/bots/bot-paths";
import { getBotCeiling } from "@/lib/bots/token/get-bot-ceiling";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { limitOf, limitPolicies } from "@/lib/kv/limits/limit-policies";
import { languageOf } from "@/lib/language/language-of";
import { paths } from "@/lib/paths";
import { requirePageBot } from "./require-page-bot";

type BotLayoutProps = { params: Promise<{ botId: string }>; children: ReactNode };

export default async function BotLayout({ params, children }: BotLayoutProps) {
  const { ctx, bot } = await requirePageBot(params);
  const refusedAt = await getBotCeiling(ctx, bot.id);
  const locale = await getRequestLocale();
  const { bots, common } = getCatalog(locale);
  const { tabs } = bots;
  const to = botPaths(bot.id);
  return (
    <>
      <PageHeader
        title={
          <span className="flex items-center gap-3">
            <BotAvatar color={bot.primaryColor} imageUrl={bot.avatarUrl} />
            <span lang={languageOf(bot.name)}>{bot.name}</span>
          </span>
        }
        aside={<BotStateBadge isEnabled={bot.enabled} locale={locale} />}
        back={{ href: paths.bots, label: bots.back }}
        actions={
          // A page of its own, loaded whole: the widget stays on a page for as long as it lives.
          <a
            href={to.tryOut}
            target="_blank"
            className={buttonClass({ variant: "secondary" })}
            rel="noreferrer"
          >
            <ExternalLink aria-hidden className="size-4" />
            {bots.install.tryOpen}
            <span className="sr-only">{common.opensNewTab}</span>
          </a>
        }
      />
      <TabLinks
        label={tabs.label}
        tabs={[
          { href: to.root, label: tabs.overview, isExact: true },
          { href: to.knowledge, label: tabs.knowledge },
          { href: to.appearance, label: tabs.appearance },
          { href: to.install, label: tabs.install },
          ...(can(ctx.actor, "bot.update") ? [{ href: to.settings, label: tabs.settings }] : []),
        ]}
      />
      <div className="mb-6 flex flex-col gap-3 empty:hidden">
        <ModelFaultNotice bot={bot} locale={locale} />
        {refusedAt && (
          <CeilingNotice
            perMinute={limitOf(limitPolicies.botMinute)}
            perDay={limitOf(limitPolicies.botDay)}
            locale={locale}
          />
        )}
      </div>
      <PendingView botRoot={to.root}>{children}</PendingView>
    </>
  );
}
