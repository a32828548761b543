import Link from "next/link";
import { FileButton } from "@/components/knowledge/files/file-button";
import { fileFault } from "@/components/knowledge/files/file-fault";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button/button-link";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/components/ui/form/form-action";
import { OwnWords } from "@/components/ui/text/own-words";
import { textLinkClass } from "@/components/ui/text-link-class";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { PageItem, PageList as Pages } from "@/lib/knowledge/web/list-pages";
import { cleanLine } from "@/lib/language/clean-text";
import { languageOf } from "@/lib/language/language-of";

type PageListProps = {
  fields: { botId: string; sourceId: string };
  list: Pages;
  page: number;
  locale: Locale;
  /** Null where the viewer may only read. */
  choose: FormAction<void> | null;
};

type Shown = keyof ReturnType<typeof getCatalog>["knowledge"]["web"]["pageStates"];

const tones: Record<Shown, BadgeTone> = {
  waits: "warn",
  answers: "good",
  found: "plain",
  failed: "bad",
  gone: "warn",
  skipped: "plain",
  left: "plain",
  deleted: "plain",
};

/** The pages of a site: how far each is, and whether it is wanted. */
export function PageList({ fields, list, page, locale, choose }: PageListProps) {
  const { web: words, pages: paging } = getCatalog(locale).knowledge;
  const last = Math.max(1, Math.ceil(list.totalCount / list.pageSize));
  if (list.totalCount === 0) return null;
  return (
    <Card isFlush title={`${words.list} (${list.totalCount.toLocaleString(locale)})`}>
      <ul className="divide-y divide-line">
        {list.pages.map((item) => {
          const shown = shownState(item);
          const fault = item.fault && shown !== "left" ? fileFault(locale, item.fault) : null;
          const name = item.title || readable(item.address);
          const canChoose = shown === "left" || shown === "deleted" || shown === "skipped";
          return (
            <li key={item.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
              <div className="min-w-0 flex-1 basis-60">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span lang={languageOf(name)} className="min-w-0 font-medium [overflow-wrap:anywhere]">
                    {name}
                  </span>
                  <Badge tone={tones[shown]}>{words.pageStates[shown]}</Badge>
                </p>
                <a
                  href={item.address}
                  target="_blank"
                  rel="noreferrer noopener"
                  translate="no"
                  className={`${textLinkClass} text-sm [overflow-wrap:anywhere]`}
                >
                  {readable(item.address)}
                </a>
                {fault && (
                  <p>
                    {fault.what} <span className="text-ink-soft">{fault.advice}</span>
                  </p>
                )}
                {fault && item.documents > 0 && <p className="text-ink-soft">{words.keepsAnswering}</p>}
              </div>
              <div className="flex gap-2">
                {item.parts > 0 && (
                  <ButtonLink href={`?look=${item.id}`} size="small" aria-label={words.lookLabel(name)}>
                    {words.look}
                  </ButtonLink>
                )}
                {choose && (
                  <FileButton
                    action={choose}
                    fields={{ ...fields, pageId: item.id, choice: canChoose ? "wanted" : "left" }}
                    done={canChoose ? words.chosen : words.left}
                    size="small"
                    variant="quiet"
                    label={canChoose ? words.chooseLabel(name) : words.leaveLabel(name)}
                  >
                    {canChoose ? words.choose : words.leave}
                  </FileButton>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {last > 1 && (
        <nav
          aria-label={paging.label}
          className="flex items-center justify-between gap-4 border-t border-line px-4 py-3 text-sm text-ink-soft sm:px-6"
        >
          <OwnWords>{paging.position(page, last)}</OwnWords>
          <span className="flex gap-2">
            {page > 1 && (
              <Link href={`?page=${page - 1}`} className={textLinkClass}>
                {paging.previous}
              </Link>
            )}
            {page < last && (
              <Link href={`?page=${page + 1}`} className={textLinkClass}>
                {paging.next}
              </Link>
            )}
          </span>
        </nav>
      )}
    </Card>
  );
}

function shownState({ choice, state, parts, documents, publishedAt }: PageItem): Shown {
  if (choice === "left") return "left";
  if (parts > 0 && choice !== "taken") return "waits";
  if (state !== "read") return state;
  if (publishedAt && documents === 0 && parts === 0) return "deleted";
  return publishedAt || choice === "taken" ? "answers" : "waits";
}

/** The path as people read it. */
function readable(address: string): string {
  const { pathname, search } = new URL(address);
  try {
    return cleanLine(decodeURI(`${pathname}${search}`));
  } catch {
    return `${pathname}${search}`;
  }
}
