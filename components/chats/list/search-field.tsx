import type { RefObject } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { controlClass, controlHeightClass } from "@/components/ui/field/control-class";
import { Search } from "@/components/ui/icons";

type SearchFieldProps = {
  field: RefObject<HTMLInputElement | null>;
  search: string;
  setSearch: (search: string) => void;
};

export function SearchField({ field, search, setSearch }: SearchFieldProps) {
  const words = useDashboardCatalog().chats.list;
  return (
    <label className="relative mx-4 mb-3 block xl:mx-6">
      <span className="sr-only">{words.search}</span>
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-ink-soft"
      />
      <input
        ref={field}
        type="search"
        maxLength={100}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        placeholder={words.search}
        className={`${controlClass} ${controlHeightClass} pl-9`}
      />
    </label>
  );
}
