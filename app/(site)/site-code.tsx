type SiteCodeProps = { label: string; code: string; words: { copy: string; copied: string } };

/** Code to take along, on a page with `SiteScript`, which shows the button. */
export function SiteCode({ label, code, words }: SiteCodeProps) {
  return (
    <figure className="min-w-0 overflow-clip rounded-card border border-line bg-surface">
      <figcaption className="flex min-h-10 items-center justify-between gap-4 border-b border-line bg-paper py-1 pr-1 pl-4 text-sm text-ink-soft">
        {label}
        <button
          type="button"
          hidden
          data-copied={words.copied}
          aria-live="polite"
          className="min-h-8 rounded-[6px] px-3 font-medium text-ink hover:bg-surface-2 pointer-coarse:min-h-10"
        >
          {words.copy}
        </button>
      </figcaption>
      <pre translate="no" className="px-4 py-3 font-mono text-sm wrap-anywhere whitespace-pre-wrap">
        <code>{code}</code>
      </pre>
    </figure>
  );
}
