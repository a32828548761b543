import Form from "next/form";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button/button";
import { ButtonLink } from "@/components/ui/button/button-link";
import {
  controlClass,
  controlHeightClass,
  selectArrowClass,
  selectClass,
} from "@/components/ui/field/control-class";
import { ChevronDown, Search } from "@/components/ui/icons";
import {
  type LeadQuery,
  leadStates,
  maxLeadSearch,
  writeLeadQuery,
} from "@/lib/conversations/leads/lead-query";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { paths } from "@/lib/paths";

type LeadFiltersProps = {
  locale: Locale;
  query: LeadQuery;
  bots: { id: string; name: string }[];
  timeZone: string;
};

const control = `${controlClass} ${controlHeightClass}`;

/** Narrows the leads; what is chosen stands in the address. */
export function LeadFilters({ locale, query, bots, timeZone }: LeadFiltersProps) {
  const words = getCatalog(locale).leads;
  const { filters } = words;
  const { q, state, bot, from, to } = query;
  return (
    <Form action={paths.leads} role="search" className="flex flex-col gap-2">
      <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-[minmax(0,1fr)_8rem_9rem_9.5rem_9.5rem_auto]">
        <label className="relative col-span-2 sm:col-span-3 lg:col-span-1">
          <span className="sr-only">{filters.search}</span>
          <Search
            aria-hidden
            className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-ink-soft"
          />
          <input
            type="search"
            name="q"
            defaultValue={q}
            maxLength={maxLeadSearch}
            placeholder={filters.search}
            translate="no"
            className={`${control} pl-9`}
          />
        </label>
        <Choice name="state" label={filters.state} value={state}>
          <option value="">{words.anyState}</option>
          {leadStates.map((each) => (
            <option key={each} value={each}>
              {words.states[each]}
            </option>
          ))}
        </Choice>
        <Choice name="bot" label={filters.bot} value={bot}>
          <option value="">{filters.allBots}</option>
          {bots.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Labelled label={filters.from}>
          <input type="date" name="from" defaultValue={from} className={`${control} !px-2`} />
        </Labelled>
        <Labelled label={filters.to}>
          <input type="date" name="to" defaultValue={to} className={`${control} !px-2`} />
        </Labelled>
        <div className="flex gap-2">
          <Button type="submit">{filters.apply}</Button>
          {writeLeadQuery(query) !== "" && (
            <ButtonLink href={paths.leads} variant="quiet">
              {filters.clear}
            </ButtonLink>
          )}
        </div>
      </div>
      {(from !== undefined || to !== undefined) && (
        <p className="text-sm text-ink-soft">{filters.zone(timeZone)}</p>
      )}
    </Form>
  );
}

type ChoiceProps = { name: string; label: string; value: string | undefined; children: ReactNode };

function Choice({ name, label, value, children }: ChoiceProps) {
  return (
    <Labelled label={label}>
      <span className="relative block">
        <select name={name} defaultValue={value} className={`${control} ${selectClass}`}>
          {children}
        </select>
        <ChevronDown aria-hidden className={selectArrowClass} />
      </span>
    </Labelled>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among its children
    <label className="flex min-w-0 flex-col gap-1">
      <span className="text-sm text-ink-soft">{label}</span>
      {children}
    </label>
  );
}
