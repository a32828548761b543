"use client";

import Link from "next/link";
import { useId } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { TagMarks } from "@/components/tags/tag-marks";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable, rowLinkClass } from "@/components/ui/data-table";
import type { FormAction } from "@/components/ui/form/form-action";
import { RowMenuIcon } from "@/components/ui/menu/row-menu-icon";
import { OwnWords } from "@/components/ui/text/own-words";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { useSelection } from "@/components/ui/use-selection";
import { botPaths } from "@/lib/bots/bot-paths";
import { languageOf } from "@/lib/language/language-of";
import { DocumentMenu } from "./document-menu";
import type { DocumentRow } from "./document-row";
import { EmbeddingBadge } from "./embedding-badge";
import { DocumentSelection } from "./organise/document-selection";
import type { ChangeDocuments } from "./organise/use-change-documents";

type DocumentTableProps = {
  botId: string;
  documents: DocumentRow[];
  /** What the list shows, as its address has it, and how many that are on all its pages. */
  matching: string;
  matchCount: number;
  /** Of all the bot's documents. */
  tags: readonly string[];
  /** Null where the viewer may only read. */
  actions: { remove: FormAction<void>; restore: FormAction<void>; change: ChangeDocuments } | null;
};

/** No window shows more: who may write has cards above the list. */
const drawnAtFirst = { reader: 12, writer: 6 };

/** Drawn by the browser's own code, which gets the rows as data: else a page holds all of a row twice. */
export function DocumentTable({ botId, documents, matching, matchCount, tags, actions }: DocumentTableProps) {
  const { knowledge: words, common } = useBotCatalog();
  const iconId = useId();
  const to = botPaths(botId);
  const selection = useSelection(documents);
  // A page carries its first rows drawn, and all of them as data.
  const drawn = useIsHydrated() ? documents : documents.slice(0, drawnAtFirst[actions ? "writer" : "reader"]);
  const columns: Column<DocumentRow>[] = [
    {
      key: "title",
      header: words.columns.title,
      cell: (document) => (
        <span className="list-choice">
          {actions && (
            <label className="list-check">
              <input
                type="checkbox"
                aria-label={words.organise.choose(document.title)}
                checked={selection.ids.has(document.id)}
                onChange={() => selection.toggle(document.id)}
              />
            </label>
          )}
          <span className="list-title">
            <Link href={to.document(document.id)} lang={languageOf(document.title)} className={rowLinkClass}>
              {document.title}
            </Link>
            {document.fileName !== undefined && (
              <FromSource>{words.files.from(document.fileName)}</FromSource>
            )}
            {document.pageName !== undefined && <FromSource>{words.web.from(document.pageName)}</FromSource>}
            {document.place && <FoundPlace place={document.place} />}
            {document.isOff && <Badge>{words.organise.off}</Badge>}
            {document.tags && <TagMarks names={document.tags} />}
            {document.embedding && <EmbeddingBadge state={document.embedding} />}
          </span>
        </span>
      ),
    },
    {
      key: "length",
      header: words.columns.length,
      align: "end",
      isSelfExplaining: true,
      cell: ({ characters, passages, quotes }) => (
        <span className="list-figures">
          {words.length(characters)}
          <span className="list-aside">{words.passages(passages)}</span>
          {quotes && <span className="list-aside">{words.organise.quoted(quotes)}</span>}
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
      cell: ({ id, title, isOff = false }) => (
        <DocumentMenu {...{ botId, documentId: id, title, isOff, iconId, actions }} />
      ),
    });
  }
  return (
    <>
      {actions && <RowMenuIcon id={iconId} />}
      {actions && selection.ids.size > 0 && (
        <DocumentSelection {...{ botId, selection, matching, matchCount, tags, action: actions.change }} />
      )}
      <DataTable caption={words.title} columns={columns} rows={drawn} rowKey={({ id }) => id} />
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
