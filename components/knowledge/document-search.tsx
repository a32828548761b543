import Form from "next/form";
import { Button } from "@/components/ui/button/button";
import { controlClass, controlHeightClass } from "@/components/ui/field/control-class";
import { Search } from "@/components/ui/icons";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { languageOf } from "@/lib/language/language-of";

type DocumentSearchProps = { path: string; query: string; locale: Locale };

/** Finds documents by title and text; a plain GET form, so it works without scripts and the result has an address. */
export function DocumentSearch({ path, query, locale }: DocumentSearchProps) {
  const words = getCatalog(locale).knowledge;
  return (
    <Form action={path} role="search" className="flex gap-2">
      <input
        type="search"
        name="q"
        defaultValue={query}
        lang={languageOf(query)}
        key={query}
        aria-label={words.search}
        placeholder={words.search}
        className={`${controlClass} ${controlHeightClass} min-w-0 flex-1`}
      />
      <Button type="submit" aria-label={words.search}>
        <Search aria-hidden className="size-4" />
      </Button>
    </Form>
  );
}
