"use client";

import { type ChangeEvent, type ReactNode, useId } from "react";
import { describeField, FieldNotes, type FieldWords } from "./field";

type SegmentedFieldProps = Omit<FieldWords, "note"> & {
  name: string;
  options: ReadonlyArray<{ value: string; label: string; icon?: ReactNode }>;
  defaultValue?: string;
  value?: string;
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void;
  isDisabled?: boolean;
};

/** A choice of one among a few, all visible: radio buttons side by side. */
export function SegmentedField({
  label,
  help,
  error,
  name,
  options,
  defaultValue,
  value,
  onChange,
  isDisabled,
}: SegmentedFieldProps) {
  const id = useId();
  return (
    <fieldset disabled={isDisabled} {...describeField(id, { help, error })} className="flex min-w-0 flex-col">
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="mb-1 flex flex-wrap gap-1 rounded-control border border-line bg-surface-2 p-0.5">
        {options.map((option) => (
          <label key={option.value} className="segment">
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={value === undefined ? option.value === defaultValue : undefined}
              checked={value === undefined ? undefined : option.value === value}
              onChange={onChange}
              className="absolute inset-0 cursor-pointer appearance-none opacity-0"
            />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
      <FieldNotes
        {...{ id, help, error, name }}
        describe={(value) => options.find((option) => option.value === value)?.label ?? value}
      />
    </fieldset>
  );
}
