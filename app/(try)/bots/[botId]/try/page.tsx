import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { botPageTitle } from "@/app/(dashboard)/bots/[botId]/bot-page-title";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { Notice } from "@/components/ui/notice";
import { OwnWords } from "@/components/ui/text/own-words";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import { getBot } from "@/lib/bots/get-bot";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { requirePageActor } from "@/lib/session/require-page-actor";

type TryPageProps = { params: Promise<{ botId: string }> };

export async function generateMetadata({ params }: TryPageProps): Promise<Metadata> {
  const { tryPage } = getCatalog(await getRequestLocale()).bots;
  return { title: await botPageTitle(params, tryPage.name), robots: { index: false } };
}

/** A page with nothing on it but the widget, by the same line that owners put on theirs. */
export default async function TryPage({ params }: TryPageProps) {
  const ctx = await requirePageActor("bot.read");
  const bot = await getBot(ctx, (await params).botId);
  if (!bot) notFound();
  const words = getCatalog(await getRequestLocale()).bots.tryPage;
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <main className="mx-auto flex min-h-dvh max-w-form flex-col gap-4 px-6 py-12">
      {/* Loads the page anew: the widget stays on a page for as long as it lives. */}
      <a href={botPaths(bot.id).root} className={`${textLinkClass} w-fit text-sm`}>
        {words.back}
      </a>
      <h1 className="text-xl">
        <OwnWords>{words.title(bot.name)}</OwnWords>
      </h1>
      <p className="text-ink-soft">{words.description}</p>
      {!bot.enabled && <Notice tone="warn">{words.paused}</Notice>}
      <script src="/widget.js" data-token={bot.widgetToken} nonce={nonce} async />
    </main>
  );
}
