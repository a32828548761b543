import { type ReactNode, useId } from "react";
import type { ChatBot } from "@/components/chats/chat-bot";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import {
  controlClass,
  controlHeightClass,
  selectArrowClass,
  selectClass,
} from "@/components/ui/field/control-class";
import { ChevronDown } from "@/components/ui/icons";
import type { ChatQuery } from "@/lib/conversations/inbox/query/chat-query";

type ListFiltersProps = {
  id: string;
  bots: ChatBot[];
  sites: string[];
  tags: readonly string[];
  timeZone: string;
  query: ChatQuery;
  change: (query: ChatQuery) => void;
};

const control = `${controlClass} ${controlHeightClass}`;
/** Two beside each other have room for a day in a narrow column. */
const dayControl = `${control} !px-2 text-sm`;

/** Narrows the list to a bot, a site, how it was rated, a tag and days. */
export function ListFilters({ id, bots, sites, tags, timeZone, query, change }: ListFiltersProps) {
  const words = useDashboardCatalog().chats.filters;
  const { view, bot, site, rating, tag, from, to } = query;
  const offered = site === undefined || sites.includes(site) ? sites : [...sites, site].sort();
  const offeredTags = tag === undefined || tags.includes(tag) ? tags : [tag, ...tags];
  return (
    <div id={id} className="grid grid-cols-2 gap-x-2 gap-y-3 px-4 pb-3 xl:px-6">
      {bots.length > 1 && (
        <Choice
          label={words.bot}
          value={bot ?? ""}
          onChange={(value) => change({ ...query, bot: value || undefined })}
          options={[["", words.allBots], ...bots.map(({ id: botId, name }) => [botId, name] as const)]}
        />
      )}
      {offered.length > 0 && (
        <Choice
          label={words.site}
          value={site ?? ""}
          onChange={(value) => change({ ...query, site: value || undefined })}
          options={[["", words.allSites], ...offered.map((domain) => [domain, domain] as const)]}
        />
      )}
      <Choice
        label={words.rating}
        value={rating ?? ""}
        onChange={(value) =>
          change({ ...query, rating: value === "up" || value === "down" ? value : undefined })
        }
        options={[
          ["", words.anyRating],
          ["up", words.ratedUp],
          ["down", words.ratedDown],
        ]}
      />
      {offeredTags.length > 0 && (
        <Choice
          label={words.tag}
          value={tag ?? ""}
          onChange={(value) => change({ ...query, tag: value || undefined })}
          options={[["", words.anyTag], ...offeredTags.map((name) => [name, name] as const)]}
        />
      )}
      <fieldset className="col-span-2 grid grid-cols-2 gap-x-2 gap-y-1">
        <legend className="sr-only">{words.days}</legend>
        <Labelled label={words.from}>
          {(field) => (
            <input
              id={field}
              type="date"
              value={from ?? ""}
              max={to}
              onChange={({ target }) => change({ ...query, from: target.value || undefined })}
              className={dayControl}
            />
          )}
        </Labelled>
        <Labelled label={words.to}>
          {(field) => (
            <input
              id={field}
              type="date"
              value={to ?? ""}
              min={from}
              onChange={({ target }) => change({ ...query, to: target.value || undefined })}
              className={dayControl}
            />
          )}
        </Labelled>
        <p className="col-span-2 text-sm text-ink-soft">{words.daysHelp(timeZone)}</p>
      </fieldset>
      <Button
        variant="secondary"
        size="small"
        className="col-span-2 justify-self-start"
        onClick={() => change({ view })}
      >
        {words.clear}
      </Button>
    </div>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  options: (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
};

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Labelled label={label}>
      {(field) => (
        <span className="relative block">
          <select
            id={field}
            value={value}
            onChange={({ target }) => onChange(target.value)}
            className={`${control} ${selectClass}`}
          >
            {options.map(([option, name]) => (
              <option key={option} value={option}>
                {name}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden className={selectArrowClass} />
        </span>
      )}
    </Labelled>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm text-ink-soft">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
