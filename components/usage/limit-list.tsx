type LimitListProps = {
  rows: readonly { key: string; what: string; used: number; most: number | null }[];
  locale: string;
  words: { noLimit: string; full: string };
};

/** What is used of each thing; a line fills where the plan limits it. */
export function LimitList({ rows, locale, words }: LimitListProps) {
  return (
    <dl className="grid gap-4 sm:grid-cols-2">
      {rows.map(({ key, what, used, most }) => {
        const isFull = most !== null && used >= most;
        const share = most === null ? 0 : most === 0 ? 100 : Math.min(100, (100 * used) / most);
        return (
          <div key={key}>
            <dt className="text-ink-soft">{what}</dt>
            <dd className="tabular-nums">
              <span className="font-medium">{used.toLocaleString(locale)}</span>
              {" / "}
              {most === null ? words.noLimit : most.toLocaleString(locale)}
              {isFull && <span className="ml-2 text-bad">{words.full}</span>}
            </dd>
            {most !== null && (
              <dd aria-hidden className="mt-1 h-2 overflow-hidden rounded-full bg-surface-2">
                <div
                  className={`h-full ${isFull ? "bg-bad" : share >= 80 ? "bg-warn" : "bg-accent"}`}
                  style={{ width: `${share}%` }}
                />
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
