import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Markup } from "@/components/ui/text/markup";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { SourceDetail } from "@/lib/knowledge/sources/get-source";
import { languageOf } from "@/lib/language/language-of";
import { fileFault } from "./file-fault";

type FilePreviewProps = { botId: string; file: SourceDetail; locale: Locale };

const mostNotes = 50;

/** What was read of a file, as visitors would see it, with what is missing; afterwards the documents made of it. */
export function FilePreview({ botId, file, locale }: FilePreviewProps) {
  const words = getCatalog(locale).knowledge.files;
  const { parts, partCount, notes, documents } = file;
  return (
    <>
      {notes.length > 0 && (
        <Card>
          <Disclosure label={`${words.notesTitle} (${notes.length})`}>
            <ul className="mt-3 flex list-disc flex-col gap-2 pl-5">
              {notes.slice(0, mostNotes).map((note) => {
                const { what, advice } = fileFault(locale, note.fault);
                const where = placeOf(note, words.onPage);
                return (
                  <li key={`${where}${note.fault}`}>
                    {where && <span className="font-medium">{where} · </span>}
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
                <Link href={botPaths(botId).document(id)} lang={languageOf(title)} className={textLinkClass}>
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
          {parts.map(({ title, text, isCut, characterCount, ...place }) => {
            const where = placeOf(place, words.page);
            return (
              <Card
                key={`${title}${where}`}
                title={<span lang={languageOf(title)}>{title}</span>}
                description={where || undefined}
                footer={isCut && <p className="text-ink-soft">{words.previewCut(characterCount)}</p>}
              >
                <div lang={languageOf(text)} translate="no" className="[overflow-wrap:anywhere]">
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

type Place = { page?: number; sheet?: string; entry?: string };

function placeOf({ page, sheet, entry }: Place, pageWords: (page: number) => string): string {
  return [entry, sheet, page && page > 1 ? pageWords(page) : ""].filter(Boolean).join(" · ");
}
