import { type FormEvent, use, useState } from "react";
import { formatUntil } from "@/components/chats/list/format-until";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field/text-field";
import { useNow } from "@/components/ui/text/use-now";
import { LocaleContext } from "@/components/ui/words/locale-provider";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { longestSnoozeMs, snoozeChoices, snoozeTime } from "@/lib/conversations/snooze/snooze-time";
import { showClock } from "@/lib/zone-clock";

type SnoozeDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  /** How many chats were chosen; undefined for the open one. */
  count?: number;
  /** The team's. */
  timeZone: string;
  /** @param until as the actions read it */
  snooze: (until: string) => void;
};

/** Chooses until when chats are put off. */
export function SnoozeDialog({ isOpen, onClose, count, ...rest }: SnoozeDialogProps) {
  const words = useDashboardCatalog().chats.snooze;
  const title = count === undefined ? words.title : words.titleMany(count);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} description={words.help}>
      {isOpen && <Choices {...rest} onClose={onClose} />}
    </Dialog>
  );
}

function Choices({ onClose, timeZone, snooze }: Pick<SnoozeDialogProps, "onClose" | "timeZone" | "snooze">) {
  const { locale } = use(LocaleContext);
  const { errors } = useCatalog();
  const words = useDashboardCatalog().chats.snooze;
  const now = useNow();
  const [error, setError] = useState<string | undefined>();
  const choose = (until: string) => {
    onClose();
    snooze(until);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const until = String(new FormData(event.currentTarget).get("until") ?? "").slice(0, 16);
    const reason = whyNot(snoozeTime(until, Date.now(), timeZone));
    if (reason === null) return choose(until);
    setError(errors.byReason[reason]);
  };
  return (
    <>
      <ul className="-mx-2 flex flex-col">
        {snoozeChoices.map((choice) => (
          <li key={choice}>
            <button
              type="button"
              onClick={() => choose(choice)}
              className="flex w-full min-h-11 items-center justify-between gap-3 rounded-control px-2 text-left hover:bg-surface-2"
            >
              <span>{words[choice]}</span>
              <span translate="no" className="shrink-0 text-sm text-ink-soft tabular-nums">
                {formatUntil(snoozeTime(choice, now, timeZone) ?? now, locale, timeZone)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <form noValidate onSubmit={submit} className="flex flex-col gap-3 border-t border-line pt-4">
        <TextField
          type="datetime-local"
          name="until"
          label={words.own}
          help={words.ownHelp(timeZone)}
          error={error}
          min={showClock(now, timeZone)}
          max={showClock(now + longestSnoozeMs, timeZone)}
          onChange={() => setError(undefined)}
        />
        <Button type="submit" variant="primary" className="self-end">
          {words.submit}
        </Button>
      </form>
    </>
  );
}

function whyNot(time: number | null): "snooze_malformed" | "snooze_past" | "snooze_far" | null {
  if (time === null) return "snooze_malformed";
  if (time <= Date.now()) return "snooze_past";
  return time > Date.now() + longestSnoozeMs ? "snooze_far" : null;
}
