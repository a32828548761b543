"use client";

import { useRouter } from "next/navigation";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Button } from "@/components/ui/button/button";
import {
  controlClass,
  controlHeightClass,
  selectArrowClass,
  selectClass,
} from "@/components/ui/field/control-class";
import { ChevronDown, Search } from "@/components/ui/icons";
import {
  type DocumentQuery,
  documentKinds,
  documentSorts,
  documentStates,
  readDocumentQuery,
  writeDocumentQuery,
} from "@/lib/knowledge/documents/organise/document-query";
import { languageOf } from "@/lib/language/language-of";

type DocumentFiltersProps = {
  path: string;
  query: DocumentQuery;
  tags: readonly string[];
  /** Whether there is enough to sort and filter. */
  offersFilters: boolean;
};

/** The search, the filters and the order of a bot's documents: all of it stands in the address. */
export function DocumentFilters({ path, query, tags, offersFilters }: DocumentFiltersProps) {
  const { search, organise: words } = useBotCatalog().knowledge;
  const router = useRouter();
  const show = (form: HTMLFormElement) => {
    const given = new FormData(form);
    const wanted = writeDocumentQuery(readDocumentQuery((name) => given.get(name)?.toString()));
    router.push(wanted === "" ? path : `${path}?${wanted}`, { scroll: false });
  };
  const { q, tag = "", kind = "", state = "", sort } = query;
  const offered = tag === "" || tags.includes(tag) ? tags : [tag, ...tags];
  return (
    <search>
      <form
        key={writeDocumentQuery(query)}
        action={path}
        onSubmit={(event) => {
          event.preventDefault();
          show(event.currentTarget);
        }}
        onChange={({ target, currentTarget }) => {
          if (target instanceof HTMLSelectElement) show(currentTarget);
        }}
        className="flex flex-col gap-2"
      >
        <span className="flex gap-2">
          <input
            type="search"
            name="q"
            defaultValue={q}
            lang={languageOf(q)}
            aria-label={search}
            placeholder={search}
            className={`${controlClass} ${controlHeightClass} min-w-0 flex-1`}
          />
          <Button type="submit" aria-label={search}>
            <Search aria-hidden className="size-4" />
          </Button>
        </span>
        {offersFilters && (
          <span className="grid grid-cols-2 gap-2 md:grid-cols-[repeat(auto-fit,minmax(7rem,1fr))]">
            {offered.length > 0 && (
              <Choice
                name="tag"
                label={words.tag}
                value={tag}
                options={[["", words.anyTag], ...offered.map((name) => [name, name] as const)]}
              />
            )}
            <Choice
              name="kind"
              label={words.kind}
              value={kind}
              options={[
                ["", words.anyKind],
                ...documentKinds.map((each) => [each, words.kinds[each]] as const),
              ]}
            />
            <Choice
              name="state"
              label={words.state}
              value={state}
              options={[
                ["", words.anyState],
                ...documentStates.map((each) => [each, words.states[each]] as const),
              ]}
            />
            <Choice
              name="sort"
              label={words.sort}
              value={sort}
              options={documentSorts.map((each) => [each, words.sorts[each]] as const)}
            />
          </span>
        )}
      </form>
    </search>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string;
  options: (readonly [value: string, label: string])[];
};

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <span className="relative block min-w-0">
      <select
        name={name}
        aria-label={label}
        defaultValue={value}
        className={`${controlClass} ${controlHeightClass} ${selectClass} text-sm`}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className={selectArrowClass} />
    </span>
  );
}
