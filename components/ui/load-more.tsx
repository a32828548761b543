import { ButtonLink } from "./button/button-link";

type LoadMoreProps = {
  /** The same page with the next cursor; `null` at the end. */
  href: string | null;
  label: string;
  /** E.g. how many of how many are shown. */
  summary?: string;
};

export function LoadMore({ href, label, summary }: LoadMoreProps) {
  if (!href && !summary) return null;
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-4 text-sm text-ink-soft">
      {summary && <p>{summary}</p>}
      {href && (
        <ButtonLink href={href} scroll={false}>
          {label}
        </ButtonLink>
      )}
    </div>
  );
}
