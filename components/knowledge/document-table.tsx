"use client";

import Link from "next/link";
import { useId } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { type Column, DataTable, rowLinkClass } from "@/components/ui/data-table";
import type { FormAction } from "@/components/ui/form/form-action";
import { RowMenuIcon } from "@/components/ui/menu/row-menu-icon";
import { OwnWords } from "@/components/ui/text/own-words";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { botPaths } from "@/lib/bots/bot-paths";
import { languageOf } from "@/lib/language/language-of";
import { DocumentMenu } from "./document-menu";
import type { DocumentRow } from "./document-row";
import { EmbeddingBadge } from "./embedding-badge";

type DocumentTableProps = {
  botId: string;
  documents: DocumentRow[];
  /** Null where the viewer may only read. */
  actions: { remove: FormAction<void>; restore: FormAction<void> } | null;
};

/** Drawn by the browser's own code, which gets the rows as data: else a page holds all of a row twice. */
export function DocumentTable({ botId, documents, actions }: DocumentTableProps) {
  const { knowledge: words, common } = useBotCatalog();
  const iconId = useId();
  const to = botPaths(botId);
  const columns: Column<DocumentRow>[] = [
    {
      key: "title",
      header: words.columns.title,
      cell: (document) => (
        <span className="list-title">
          <Link href={to.document(document.id)} lang={languageOf(document.title)} className={rowLinkClass}>
            {document.title}
          </Link>
          {document.fileName !== undefined && <FromSource>{words.files.from(document.fileName)}</FromSource>}
          {document.pageName !== undefined && <FromSource>{words.web.from(document.pageName)}</FromSource>}
          {document.place && <FoundPlace place={document.place} />}
          {document.embedding && <EmbeddingBadge state={document.embedding} />}
        </span>
      ),
    },
    {
      key: "length",
      header: words.columns.length,
      align: "end",
      isSelfExplaining: true,
      cell: ({ characters, passages }) => (
        <span className="list-figures">
          {words.length(characters)}
          <span className="list-aside">{words.passages(passages)}</span>
        </span>
      ),
    },
    {
      key: "updated",
      header: words.columns.updated,
      isSelfExplaining: true,
      cell: ({ updatedAt }) => (
        <RelativeTime value={new Date(updatedAt).toISOString()} className="text-ink-soft" />
      ),
    },
  ];
  if (actions) {
    columns.push({
      key: "menu",
      header: common.more,
      align: "end",
      isMenu: true,
      cell: ({ id, title }) => <DocumentMenu {...{ botId, documentId: id, title, iconId, actions }} />,
    });
  }
  return (
    <>
      {actions && <RowMenuIcon id={iconId} />}
      <DataTable caption={words.title} columns={columns} rows={documents} rowKey={({ id }) => id} />
    </>
  );
}

function FromSource({ children }: { children: string }) {
  return (
    <span className="text-sm text-ink-soft">
      <OwnWords>{children}</OwnWords>
    </span>
  );
}

function FoundPlace({ place: { before, hit, after } }: { place: NonNullable<DocumentRow["place"]> }) {
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
