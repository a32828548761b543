import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AnswerForm } from "@/components/knowledge/answer-form";
import { BackLink } from "@/components/knowledge/back-link";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { Notice } from "@/components/ui/notice";
import { OwnWords } from "@/components/ui/text/own-words";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import { getExchange } from "@/lib/conversations/answers/get-exchange";
import { uuidv7 } from "@/lib/db/uuidv7";
import { isAppError } from "@/lib/errors";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { listPairDocuments } from "@/lib/knowledge/documents/list-pair-documents";
import { paths } from "@/lib/paths";
import { botPageTitle } from "../../bot-page-title";
import { requirePageBot } from "../../require-page-bot";
import { makeAnswerAction } from "../actions";

type AnswerPageProps = {
  params: Promise<{ botId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: AnswerPageProps): Promise<Metadata> {
  return {
    title: await botPageTitle(params, getCatalog(await getRequestLocale()).knowledge.answers.title),
  };
}

/** Where a reply of the chat `chat`, in its turn `turn`, becomes an answer of the bot. */
export default async function AnswerPage({ params, searchParams }: AnswerPageProps) {
  const { ctx, bot } = await requirePageBot(params, "knowledge.write");
  const { chat, turn } = await searchParams;
  const [conversationId = "", turnId = ""] = [[chat].flat()[0], [turn].flat()[0]];
  const [exchange, documents] = await Promise.all([
    getExchange(ctx, { botId: bot.id, conversationId, turnId }).catch(nullIfMissing),
    listPairDocuments(ctx, bot.id),
  ]);
  if (!exchange) notFound();
  const words = getCatalog(await getRequestLocale()).knowledge.answers;
  return (
    <div className="flex max-w-[45rem] flex-col gap-4">
      <div>
        <BackLink href={`${paths.chats}/${conversationId}`} label={words.backToChat} />
        <h2 className="text-lg">{words.title}</h2>
        <p className="text-ink-soft">{words.description}</p>
      </div>
      {exchange.made.length > 0 && (
        <Notice>
          {words.made}{" "}
          {exchange.made.map(({ documentId, title }) => (
            <Link key={documentId} href={botPaths(bot.id).document(documentId)} className={textLinkClass}>
              <OwnWords>{title}</OwnWords>
            </Link>
          ))}
        </Notice>
      )}
      <AnswerForm
        ids={{ botId: bot.id, conversationId, turnId, answerId: uuidv7() }}
        text={{ question: exchange.question, answer: exchange.reply }}
        documents={documents}
        action={makeAnswerAction}
      />
    </div>
  );
}

function nullIfMissing(error: unknown): null {
  if (isAppError(error) && error.code === "not_found") return null;
  throw error;
}
