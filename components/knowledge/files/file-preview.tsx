import Link from "next/link";
import { buttonClass } from "@/components/ui/button/button-class";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/components/ui/form/form-action";
import { Notice } from "@/components/ui/notice";
import { Markup } from "@/components/ui/text/markup";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { PartDetail } from "@/lib/knowledge/sources/get-part";
import type { SourceDetail } from "@/lib/knowledge/sources/get-source";
import { languageOf } from "@/lib/language/language-of";
import { FileButton } from "./file-button";
import { fileFault } from "./file-fault";
import { groupNotes } from "./group-notes";
import { PartForm } from "./part-form";

type FilePreviewProps = {
  botId: string;
  file: SourceDetail;
  locale: Locale;
  /** Brings a document back that was deleted once; null where the viewer may only read. */
  want: FormAction<void> | null;
  /** Corrects the text of a part, of which one may be open; nothing where that can't be done. */
  correct?: { action: FormAction<never>; open: PartDetail | null } | null;
};

const mostNotes = 50;

/** What was read of a file, as visitors would see it, with what is missing; afterwards the documents made of it. */
export function FilePreview({ botId, file, locale, want, correct = null }: FilePreviewProps) {
  const { files: words, web: leftOut } = getCatalog(locale).knowledge;
  const { parts, partCount, documents } = file;
  const paths = botPaths(botId);
  const notes = groupNotes(file.notes);
  return (
    <>
      {notes.length > 0 && (
        <Card>
          <Disclosure label={`${words.notesTitle} (${file.notes.length})`}>
            <ul className="mt-3 flex list-disc flex-col gap-2 pl-5">
              {notes.slice(0, mostNotes).map((note) => {
                const { what, advice } = fileFault(locale, note.fault);
                const where = placeOf(note, note.pages && words.onPages(note.pages));
                return (
                  <li key={`${where}${note.fault}${note.row ?? ""}`}>
                    {(where || note.row) && (
                      <span className="font-medium">
                        {[where, note.row && words.columns.row(note.row)].filter(Boolean).join(" · ")} ·{" "}
                      </span>
                    )}
                    {what} <span className="text-ink-soft">{advice}</span>
                  </li>
                );
              })}
            </ul>
            {notes.length > mostNotes && <p className="mt-2">{words.notesMore(notes.length - mostNotes)}</p>}
          </Disclosure>
        </Card>
      )}
      {documents.length > 0 && (
        <Card title={words.documentsTitle}>
          <ul className="flex flex-col gap-2">
            {documents.map(({ id, title }) => (
              <li key={id}>
                <Link href={paths.document(id)} lang={languageOf(title)} className={textLinkClass}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {parts.length > 0 && (
        <>
          <div>
            <h3 className="font-semibold">{words.previewTitle}</h3>
            <p className="text-ink-soft">{words.previewHelp}</p>
          </div>
          {parts.map(({ ordinal, title, text, isCut, characterCount, isLeftOut, ...place }) => {
            const { page = 1 } = place;
            const where = placeOf(place, page > 1 ? words.page(page) : "");
            const id = `part-${ordinal + 1}`;
            if (correct?.open?.ordinal === ordinal)
              return (
                <div key={ordinal} id={id} className="scroll-mt-20">
                  <PartForm
                    {...{ botId, sourceId: file.id, part: correct.open, action: correct.action }}
                    back={paths.filePart(file.id, ordinal)}
                  />
                </div>
              );
            return (
              <Card
                key={ordinal}
                id={id}
                className="scroll-mt-20"
                title={<span lang={languageOf(title)}>{title}</span>}
                description={where || undefined}
                actions={
                  correct && (
                    <Link
                      href={paths.editPart(file.id, ordinal)}
                      aria-label={words.correctLabel(title)}
                      className={buttonClass({ size: "small" })}
                    >
                      {words.correct}
                    </Link>
                  )
                }
                footer={isCut && <p className="text-ink-soft">{words.previewCut(characterCount)}</p>}
              >
                {isLeftOut && (
                  <Notice tone="warn">
                    <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
                      {leftOut.leftOut}
                      {want && (
                        <FileButton
                          action={want}
                          fields={{ botId, sourceId: file.id, ordinal: String(ordinal) }}
                          done={leftOut.wanted}
                          size="small"
                          variant="secondary"
                        >
                          {leftOut.want}
                        </FileButton>
                      )}
                    </span>
                  </Notice>
                )}
                <div
                  lang={languageOf(text)}
                  translate="no"
                  className={`[overflow-wrap:anywhere] ${isLeftOut ? "mt-4" : ""}`}
                >
                  <Markup text={text} />
                </div>
              </Card>
            );
          })}
          {partCount > parts.length && (
            <p className="text-ink-soft">{words.previewMore(partCount - parts.length)}</p>
          )}
        </>
      )}
    </>
  );
}

type Place = { sheet?: string; entry?: string };

function placeOf({ sheet, entry }: Place, pages: string): string {
  return [entry, sheet, pages].filter(Boolean).join(" · ");
}
