import type { ReactNode } from "react";
import { PlainForm } from "./plain-form";

type ChoiceFormProps = {
  label: string;
  name: string;
  value: string;
  options: ReadonlyArray<{ value: string; label: string; lang?: string; icon?: ReactNode }>;
  action: (form: FormData) => Promise<void>;
  /** Shows the icons alone; the labels are still read out. */
  isCompact?: boolean;
  /** Hidden fields that are sent along. */
  children?: ReactNode;
};

/** Options that act at once, each a submit button of one form, so they work without scripts. */
export function ChoiceForm({
  label,
  name,
  value,
  options,
  action,
  isCompact = false,
  children,
}: ChoiceFormProps) {
  return (
    <PlainForm action={action}>
      {children}
      <fieldset className="flex rounded-control border border-line bg-surface-2 p-0.5">
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.value === value}
            aria-label={isCompact ? option.label : undefined}
            title={isCompact ? option.label : undefined}
            className="inline-flex min-h-7 flex-1 items-center justify-center gap-1 rounded-[6px] border border-transparent px-2 text-sm whitespace-nowrap text-ink-soft transition-colors hover:text-ink aria-pressed:border-line aria-pressed:bg-surface aria-pressed:text-ink pointer-coarse:min-h-10 forced-colors:aria-pressed:forced-color-adjust-none forced-colors:aria-pressed:bg-[Highlight] forced-colors:aria-pressed:text-[HighlightText] [&_svg]:size-4"
          >
            {option.icon}
            {!isCompact && option.label}
          </button>
        ))}
      </fieldset>
    </PlainForm>
  );
}
