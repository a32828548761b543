import type { Metadata } from "next";
import Link from "next/link";
import { RefreshWhile } from "@/components/jobs/refresh-while";
import { BackLink } from "@/components/knowledge/back-link";
import { FindingCard } from "@/components/knowledge/findings/finding-card";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { ButtonLink } from "@/components/ui/button/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLinks } from "@/components/ui/page-links";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { countFindings } from "@/lib/knowledge/findings/count-findings";
import { listFindings, listFindingsInput } from "@/lib/knowledge/findings/list-findings";
import { botPageTitle } from "../../bot-page-title";
import { requirePageBot } from "../../require-page-bot";
import {
  changeDocumentsAction,
  dismissFindingAction,
  recallFindingAction,
  restoreDocumentAction,
  settleFindingAction,
  undoSettledAction,
} from "../actions";

type CheckPageProps = {
  params: Promise<{ botId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: CheckPageProps): Promise<Metadata> {
  const { findings } = getCatalog(await getRequestLocale()).knowledge;
  return { title: await botPageTitle(params, findings.title) };
}

/** What somebody should look at in a bot's documents. */
export default async function CheckPage({ params, searchParams }: CheckPageProps) {
  const { ctx, bot } = await requirePageBot(params, "knowledge.read");
  const { document, page: asked } = await searchParams;
  const input = listFindingsInput.parse({
    ...{ botId: bot.id, documentId: [document].flat()[0], page: [asked].flat()[0] },
  });
  const [{ findings, count, page, lastPage }, { isPending }] = await Promise.all([
    listFindings(ctx, input),
    countFindings(ctx, { botId: bot.id }),
  ]);
  const locale = await getRequestLocale();
  const { knowledge } = getCatalog(locale);
  const words = knowledge.findings;
  const to = botPaths(bot.id);
  const actions = can(ctx.actor, "knowledge.write")
    ? {
        ...{ settle: settleFindingAction, undo: undoSettledAction, restore: restoreDocumentAction },
        ...{ dismiss: dismissFindingAction, recall: recallFindingAction, change: changeDocumentsAction },
      }
    : null;
  const pageHref = (other: number) =>
    `?${new URLSearchParams({ ...(input.documentId && { document: input.documentId }), page: String(other) })}`;
  return (
    // What a toast says lies over the end of a page: there is room to scroll past it.
    <div className="flex max-w-[64rem] flex-col gap-4 pb-24 md:pb-16">
      <RefreshWhile isMoving={isPending} />
      <div>
        <BackLink href={to.knowledge} label={knowledge.back} />
        <h2 className="text-lg">{words.title}</h2>
        <p className="max-w-form text-ink-soft">{words.description}</p>
        {input.documentId && (
          <p className="text-sm text-ink-soft">
            {words.ofDocument}{" "}
            <Link href={to.findings()} className={textLinkClass}>
              {words.all}
            </Link>
          </p>
        )}
        <p role="status" className="text-sm text-ink-soft">
          {isPending && words.pending}
        </p>
      </div>
      <Card isFlush title={count > 0 ? words.count(count) : undefined}>
        {findings.length === 0 ? (
          <EmptyState action={<ButtonLink href={to.knowledge}>{knowledge.back}</ButtonLink>}>
            {words.none}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {findings.map((finding) => (
              <FindingCard
                key={finding.key}
                botId={bot.id}
                finding={finding}
                locale={locale}
                actions={actions}
              />
            ))}
          </ul>
        )}
        <PageLinks {...{ page, lastPage }} href={pageHref} words={knowledge.pages} />
      </Card>
    </div>
  );
}
