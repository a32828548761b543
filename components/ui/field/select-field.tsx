"use client";

import { type ComponentProps, useId } from "react";
import { ChevronDown } from "@/components/ui/icons";
import { controlClass, controlHeightClass, selectArrowClass, selectClass } from "./control-class";
import { describeField, Field, type FieldWords } from "./field";

type SelectFieldProps = FieldWords &
  Omit<ComponentProps<"select">, "id" | "children"> & {
    options: ReadonlyArray<{ value: string; label: string; isDisabled?: boolean }>;
  };

export function SelectField({
  label,
  help,
  error,
  note,
  options,
  className = "",
  ...rest
}: SelectFieldProps) {
  const id = useId();
  return (
    <Field
      {...{ id, label, help, error, note }}
      name={rest.name}
      describe={(value) => options.find((option) => option.value === value)?.label ?? value}
    >
      <span className="relative block">
        <select
          {...rest}
          {...describeField(id, { help, error })}
          id={id}
          className={`${controlClass} ${controlHeightClass} ${selectClass} ${className}`}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden className={selectArrowClass} />
      </span>
    </Field>
  );
}
