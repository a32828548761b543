import type { RefObject } from "react";
import type { useSearchText } from "@/components/chats/state/use-search-text";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { controlClass, controlHeightClass } from "@/components/ui/field/control-class";
import { Search } from "@/components/ui/icons";

type SearchFieldProps = {
  field: RefObject<HTMLInputElement | null>;
  typed: ReturnType<typeof useSearchText>;
};

export function SearchField({ field, typed }: SearchFieldProps) {
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
        value={typed.text}
        onChange={(event) => typed.setText(event.target.value)}
        onBlur={typed.leave}
        placeholder={words.search}
        className={`${controlClass} ${controlHeightClass} pl-9`}
      />
    </label>
  );
}
