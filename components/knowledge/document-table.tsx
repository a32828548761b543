import Link from "next/link";
import { type Column, DataTable, rowLinkClass } from "@/components/ui/data-table";
import type { FormAction } from "@/components/ui/form/form-action";
import { OwnWords } from "@/components/ui/text/own-words";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { botPaths } from "@/lib/bots/bot-paths";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { DocumentListItem } from "@/lib/knowledge/documents/list-documents";
import { embeddingState } from "@/lib/knowledge/embedding/embedding-state";
import { languageOf } from "@/lib/language/language-of";
import { DocumentMenu } from "./document-menu";
import { EmbeddingBadge } from "./embedding-badge";

type DocumentTableProps = {
  botId: string;
  documents: DocumentListItem[];
  locale: Locale;
  embeddingModel: string | undefined;
  /** Null where the viewer may only read. */
  actions: { remove: FormAction<void>; restore: FormAction<void> } | null;
};

export function DocumentTable({ botId, documents, locale, embeddingModel, actions }: DocumentTableProps) {
  const { knowledge: words, common } = getCatalog(locale);
  const to = botPaths(botId);
  const columns: Column<DocumentListItem>[] = [
    {
      key: "title",
      header: words.columns.title,
      cell: (document) => (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link href={to.document(document.id)} lang={languageOf(document.title)} className={rowLinkClass}>
            {document.title}
          </Link>
          {document.fileName && (
            <span className="text-sm text-ink-soft">
              <OwnWords>{(document.isFromWeb ? words.web : words.files).from(document.fileName)}</OwnWords>
            </span>
          )}
          {document.place && <FoundPlace place={document.place} />}
          <EmbeddingBadge state={embeddingState(document, embeddingModel)} locale={locale} />
        </span>
      ),
    },
    {
      key: "length",
      header: words.columns.length,
      align: "end",
      isSelfExplaining: true,
      cell: ({ characterCount, passageCount }) => (
        <span className="whitespace-nowrap tabular-nums">
          {words.length(characterCount)}
          <span className="block text-sm text-ink-soft max-sm:ml-2 max-sm:inline">
            {words.passages(passageCount)}
          </span>
        </span>
      ),
    },
    {
      key: "updated",
      header: words.columns.updated,
      isSelfExplaining: true,
      cell: ({ updatedAt }) => (
        <RelativeTime value={updatedAt.toISOString()} className="whitespace-nowrap text-ink-soft" />
      ),
    },
  ];
  if (actions) {
    columns.push({
      key: "menu",
      header: common.more,
      align: "end",
      isMenu: true,
      cell: ({ id, title }) => <DocumentMenu botId={botId} documentId={id} title={title} actions={actions} />,
    });
  }
  return <DataTable caption={words.title} columns={columns} rows={documents} rowKey={({ id }) => id} />;
}

function FoundPlace({ place: { before, hit, after } }: { place: NonNullable<DocumentListItem["place"]> }) {
  return (
    <span
      lang={languageOf(`${before}${hit}${after}`)}
      className="line-clamp-2 basis-full text-sm text-ink-soft [overflow-wrap:anywhere]"
    >
      {before}
      <mark>{hit}</mark>
      {after}
    </span>
  );
}
