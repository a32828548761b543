import Form from "next/form";
import { Button } from "@/components/ui/button/button";
import { controlClass, controlHeightClass } from "@/components/ui/field/control-class";
import { Search } from "@/components/ui/icons";
import { languageOf } from "@/lib/language/language-of";

type DocumentSearchProps = {
  path: string;
  query: string;
  /** What is looked for. */
  label: string;
};

/** A search; a plain GET form, so it works without scripts and the result has an address. */
export function DocumentSearch({ path, query, label }: DocumentSearchProps) {
  return (
    <Form action={path} role="search" className="flex gap-2">
      <input
        type="search"
        name="q"
        defaultValue={query}
        lang={languageOf(query)}
        key={query}
        aria-label={label}
        placeholder={label}
        className={`${controlClass} ${controlHeightClass} min-w-0 flex-1`}
      />
      <Button type="submit" aria-label={label}>
        <Search aria-hidden className="size-4" />
      </Button>
    </Form>
  );
}
