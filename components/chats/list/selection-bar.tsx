import { use, useState } from "react";
import { SnoozeDialog } from "@/components/chats/desk/snooze-dialog";
import type { DeskActions } from "@/components/chats/desk-actions";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import { useOnce } from "@/components/ui/form/use-once";
import { AlarmClock, Bot, X } from "@/components/ui/icons";
import type { Selection } from "@/components/ui/use-selection";
import { LocaleContext } from "@/components/ui/words/locale-provider";
import { snoozeTime } from "@/lib/conversations/snooze/snooze-time";
import { formatUntil } from "./format-until";

type SelectionBarProps = {
  selection: Selection;
  /** Whether any that is chosen is snoozed. */
  hasSnoozed: boolean;
  actions: Pick<DeskActions, "handBackMany" | "snoozeMany" | "wakeMany">;
  /** The team's. */
  timeZone: string;
  /** Whether it is being asked until when they are put off. */
  snoozing: { isOpen: boolean; begin: () => void; end: () => void };
};

/** What came of it, and of those that it wasn't done to, why not. */
type Outcome = { done: string; not: string; reasons: string[] };

/** How many chats are chosen, and what is done with them at once; afterwards what came of it. */
export function SelectionBar({ selection, hasSnoozed, actions, timeZone, snoozing }: SelectionBarProps) {
  const { selection: words, snooze: snoozeWords } = useDashboardCatalog().chats;
  const { locale } = use(LocaleContext);
  const run = useAction();
  const { once, isUnderWay } = useOnce();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { ids, isAll, toggleAll, end } = selection;
  const chosen = [...ids].join(",");
  const send = async <T,>(
    name: "handBack" | "snooze" | "wake",
    action: FormAction<T>,
    fields: Record<string, string>,
    tell: (result: T) => Outcome,
  ) => {
    if (ids.size === 0) return;
    const all = { conversationIds: chosen, ...fields };
    await once([name, ...Object.values(all)].join(" "), () =>
      run(action, all, (result) => {
        setOutcome(tell(result));
        selection.clear();
      }),
    );
  };
  const handBack = () =>
    send("handBack", actions.handBackMany, {}, ({ done, taken, already, gone }) => {
      const not = taken + already + gone;
      const reasons = [
        taken > 0 && words.taken(taken),
        already > 0 && words.already(already),
        gone > 0 && words.gone(gone),
      ];
      return {
        ...{ done: words.done(done), not: not > 0 ? words.not(not) : "" },
        reasons: reasons.filter((text) => text !== false),
      };
    });
  const wake = () =>
    send("wake", actions.wakeMany, {}, ({ done, already, gone }) => {
      const reasons = [already > 0 && snoozeWords.notSnoozed(already), gone > 0 && words.gone(gone)];
      return {
        ...{ done: snoozeWords.wokenMany(done), not: "" },
        reasons: reasons.filter((text) => text !== false),
      };
    });
  const snooze = (until: string) => {
    const time = formatUntil(snoozeTime(until, Date.now(), timeZone) ?? 0, locale, timeZone);
    return send("snooze", actions.snoozeMany, { until }, ({ done, taken, closed, gone }) => {
      const not = taken + closed + gone;
      const reasons = [
        taken > 0 && snoozeWords.taken(taken),
        closed > 0 && snoozeWords.closed(closed),
        gone > 0 && words.gone(gone),
      ];
      return {
        ...{ done: snoozeWords.doneMany(done, time), not: not > 0 ? snoozeWords.not(not) : "" },
        reasons: reasons.filter((text) => text !== false),
      };
    });
  };
  return (
    <div className="flex flex-col gap-2 border-t border-line bg-accent-soft px-4 py-2 xl:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <label className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={isAll}
            onChange={toggleAll}
            className="size-4 accent-accent pointer-coarse:size-5"
          />
          <span className="text-sm">{words.all}</span>
        </label>
        <span role="status" className="mr-auto text-sm tabular-nums">
          {words.count(ids.size)}
        </span>
        {hasSnoozed && (
          <Button
            size="small"
            icon={<AlarmClock aria-hidden className="size-4" />}
            isPending={isUnderWay(`wake ${chosen}`)}
            onClick={wake}
          >
            <span>{snoozeWords.wake}</span>
          </Button>
        )}
        <Button
          size="small"
          icon={<AlarmClock aria-hidden className="size-4" />}
          disabled={ids.size === 0}
          onClick={snoozing.begin}
        >
          <span>{snoozeWords.action}</span>
        </Button>
        <Button
          size="small"
          variant="primary"
          icon={<Bot aria-hidden className="size-4" />}
          isPending={isUnderWay(`handBack ${chosen}`)}
          disabled={ids.size === 0}
          onClick={handBack}
        >
          <span>{words.handBack}</span>
        </Button>
        <Button size="small" variant="quiet" aria-label={words.end} title={words.end} onClick={end}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      <div role="status">
        {outcome && ids.size === 0 && (
          <div className="text-sm">
            <p>{[outcome.done, outcome.not].filter(Boolean).join(" ")}</p>
            {outcome.reasons.length > 0 && (
              <ul className="list-disc pl-5">
                {outcome.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            )}
          </div>
        )}
      </div>
      <SnoozeDialog
        isOpen={snoozing.isOpen}
        onClose={snoozing.end}
        count={ids.size}
        {...{ timeZone, snooze }}
      />
    </div>
  );
}
