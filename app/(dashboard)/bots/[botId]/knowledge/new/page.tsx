import type { Metadata } from "next";
import { BackLink } from "@/components/knowledge/back-link";
import { DocumentForm } from "@/components/knowledge/document-form";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { botPaths } from "@/lib/bots/bot-paths";
import { uuidv7 } from "@/lib/db/uuidv7";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { cleanLine } from "@/lib/language/clean-text";
import { botPageTitle } from "../../bot-page-title";
import { requirePageBot } from "../../require-page-bot";
import { createDocumentAction, updateDocumentAction } from "../actions";

type NewDocumentPageProps = {
  params: Promise<{ botId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: NewDocumentPageProps): Promise<Metadata> {
  return {
    title: await botPageTitle(params, getCatalog(await getRequestLocale()).knowledge.editor.createTitle),
  };
}

export default async function NewDocumentPage({ params, searchParams }: NewDocumentPageProps) {
  const { bot } = await requirePageBot(params, "knowledge.write");
  const words = getCatalog(await getRequestLocale()).knowledge;
  const title = cleanLine([(await searchParams).title].flat()[0] ?? "");
  return (
    <div className="flex max-w-[45rem] flex-col gap-4">
      <div>
        <BackLink href={botPaths(bot.id).knowledge} label={words.back} />
        <h2 className="text-lg">{words.editor.createTitle}</h2>
      </div>
      <DocumentForm
        botId={bot.id}
        document={{ id: uuidv7() }}
        text={{ title, content: "" }}
        create={createDocumentAction}
        update={updateDocumentAction}
      />
    </div>
  );
}
