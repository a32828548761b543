import type { Metadata } from "next";
import { BotPowerForm } from "@/components/bots/bot-power-form";
import { InstallState } from "@/components/bots/install-state";
import { isSeenElsewhere } from "@/components/bots/is-seen-elsewhere";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { ButtonLink } from "@/components/ui/button/button-link";
import { Card } from "@/components/ui/card";
import { CircleCheck, CircleDashed } from "@/components/ui/icons";
import { getBaseUrl } from "@/lib/base-url";
import { botPaths } from "@/lib/bots/bot-paths";
import { hasChats } from "@/lib/conversations/inbox/has-chats";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { listDocuments, listDocumentsInput } from "@/lib/knowledge/documents/list-documents";
import { setBotEnabledAction } from "./actions";
import { botPageTitle } from "./bot-page-title";
import { requirePageBot } from "./require-page-bot";

type BotPageProps = { params: Promise<{ botId: string }> };

export async function generateMetadata({ params }: BotPageProps): Promise<Metadata> {
  return { title: await botPageTitle(params, getCatalog(await getRequestLocale()).bots.tabs.overview) };
}

export default async function BotPage({ params }: BotPageProps) {
  const { ctx, bot } = await requirePageBot(params);
  const locale = await getRequestLocale();
  const { bots, knowledge } = getCatalog(locale);
  const { overview, power, install } = bots;
  const { totalCount } = await listDocuments(ctx, listDocumentsInput.parse({ botId: bot.id }));
  const to = botPaths(bot.id);
  const steps = [
    {
      title: overview.stepDocuments,
      help: totalCount > 0 ? knowledge.count(totalCount) : overview.stepDocumentsHelp,
      isDone: totalCount > 0,
      link:
        totalCount > 0
          ? { href: to.knowledge, label: bots.tabs.knowledge }
          : { href: to.newDocument, label: knowledge.create },
    },
    {
      title: overview.stepTry,
      help: overview.stepTryHelp,
      isDone: await hasChats(ctx, bot.id),
      link: { href: to.tryOut, label: install.tryOpen },
    },
    {
      title: overview.stepInstall,
      help: overview.stepInstallHelp,
      isDone: isSeenElsewhere(bot, getBaseUrl()),
      link: { href: to.install, label: install.title },
    },
  ];
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_360px]">
      <Card title={overview.nextSteps} isFlush>
        <ol className="divide-y divide-line">
          {steps.map(({ title, help, isDone, link }) => (
            <li key={title} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-4 sm:px-6">
              {isDone ? (
                <CircleCheck aria-hidden className="size-5 shrink-0 text-good" />
              ) : (
                <CircleDashed aria-hidden className="size-5 shrink-0 text-ink-soft" />
              )}
              <div className="min-w-0 flex-1 basis-48">
                <h3 className="font-medium">
                  {title}
                  {isDone && <span className="sr-only"> ({overview.done})</span>}
                </h3>
                <p className="text-sm text-ink-soft">{help}</p>
              </div>
              <ButtonLink
                href={link.href}
                variant={isDone ? "quiet" : "secondary"}
                size="small"
                className="max-sm:ml-9"
              >
                {link.label}
              </ButtonLink>
            </li>
          ))}
        </ol>
      </Card>
      <div className="flex flex-col gap-6">
        {can(ctx.actor, "bot.update") && (
          <Card title={power.label} description={power.help}>
            <BotPowerForm botId={bot.id} isEnabled={bot.enabled} action={setBotEnabledAction} />
          </Card>
        )}
        <Card title={install.check}>
          <InstallState bot={bot} baseUrl={getBaseUrl()} locale={locale} />
        </Card>
      </div>
    </div>
  );
}
