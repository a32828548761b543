import { Disclosure } from "@/components/ui/disclosure";

type DayBarsProps = {
  days: readonly { day: string; shown: string; turns: number; count: string }[];
  words: { caption: string; day: string; turns: string };
};

/** A bar a day, and the same as a table for who wants the numbers. */
export function DayBars({ days, words }: DayBarsProps) {
  const most = Math.max(1, ...days.map(({ turns }) => turns));
  const [first, last] = [days.at(0), days.at(-1)];
  return (
    <>
      <div aria-hidden className="flex h-32 items-end gap-px sm:gap-1">
        {days.map(({ day, shown, turns, count }) => (
          <div
            key={day}
            title={`${shown} · ${count}`}
            className="flex h-full min-w-0 flex-1 items-end bg-surface-2"
          >
            <div
              className="w-full bg-accent"
              style={{ height: turns === 0 ? 0 : `max(2px, ${(100 * turns) / most}%)` }}
            />
          </div>
        ))}
      </div>
      <div aria-hidden className="mt-1 flex justify-between text-sm text-ink-soft">
        <span>{first?.shown}</span>
        {last !== first && <span>{last?.shown}</span>}
      </div>
      <Disclosure label={words.caption} className="mt-3">
        <table className="mt-2 w-full max-w-form text-left">
          <caption className="sr-only">{words.caption}</caption>
          <thead>
            <tr className="border-b border-line text-ink-soft">
              <th scope="col" className="py-1 font-normal">
                {words.day}
              </th>
              <th scope="col" className="py-1 text-right font-normal">
                {words.turns}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, shown, count }) => (
              <tr key={day} className="border-b border-line last:border-0">
                <th scope="row" className="py-1 font-normal">
                  {shown}
                </th>
                <td className="py-1 text-right tabular-nums">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </>
  );
}
