import { ButtonLink } from "./button/button-link";

type PageLinksProps = {
  page: number;
  /** Without further pages there is nothing to show. */
  lastPage: number;
  href: (page: number) => string;
  words: { label: string; previous: string; next: string; position: (page: number, last: number) => string };
};

/** The pages before and after the one that is shown, at the end of a card. */
export function PageLinks({ page, lastPage, href, words }: PageLinksProps) {
  if (lastPage <= 1) return null;
  return (
    <nav
      aria-label={words.label}
      className="flex items-center justify-between gap-4 border-t border-line px-4 py-3 text-sm text-ink-soft sm:px-6"
    >
      <span>{words.position(page, lastPage)}</span>
      <span className="flex gap-2">
        {page > 1 && (
          <ButtonLink href={href(page - 1)} size="small">
            {words.previous}
          </ButtonLink>
        )}
        {page < lastPage && (
          <ButtonLink href={href(page + 1)} size="small">
            {words.next}
          </ButtonLink>
        )}
      </span>
    </nav>
  );
}
