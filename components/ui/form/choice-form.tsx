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
            className="choice"
          >
            {option.icon}
            {!isCompact && option.label}
          </button>
        ))}
      </fieldset>
    </PlainForm>
  );
}
