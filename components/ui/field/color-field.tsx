"use client";

import { type ChangeEvent, useId, useState } from "react";
import { controlClass, controlHeightClass } from "./control-class";
import { describeField, Field, type FieldWords } from "./field";
import { parseColor } from "./parse-color";

type ColorFieldProps = FieldWords & {
  name: string;
  /** `#rrggbb`. */
  defaultValue: string;
  /** Called with `#rrggbb` whenever what stands in the field is a colour. */
  onColor?: (color: string) => void;
  pickerLabel: string;
  isDisabled?: boolean;
};

/** A colour by hand (`#0d5a5b`, `0d5a5b`, `#fff`) or from the system's picker; both stay in step. */
export function ColorField({
  label,
  help,
  error,
  note,
  name,
  defaultValue,
  onColor,
  pickerLabel,
  isDisabled,
}: ColorFieldProps) {
  const id = useId();
  const [text, setText] = useState(defaultValue);
  const [color, setColor] = useState(parseColor(defaultValue) ?? "#000000");

  const change = (event: ChangeEvent<HTMLInputElement>) => {
    setText(event.target.value);
    const parsed = parseColor(event.target.value);
    if (!parsed) return;
    setColor(parsed);
    onColor?.(parsed);
  };

  return (
    <Field id={id} label={label} help={help} error={error} note={note} name={name}>
      <span className="flex gap-2">
        <input
          type="color"
          aria-label={pickerLabel}
          value={color}
          onChange={change}
          disabled={isDisabled}
          className="size-9 shrink-0 cursor-pointer appearance-none overflow-hidden rounded-control border border-edge bg-surface p-0 pointer-coarse:size-11 [&::-moz-color-swatch]:border-0 [&::-webkit-color-swatch]:border-0 [&::-webkit-color-swatch-wrapper]:p-0"
        />
        <input
          {...describeField(id, { help, error })}
          id={id}
          name={name}
          value={text}
          onChange={change}
          onBlur={() => setText(parseColor(text) ?? text)}
          disabled={isDisabled}
          autoComplete="off"
          spellCheck={false}
          className={`${controlClass} ${controlHeightClass} max-w-36 font-mono`}
        />
      </span>
    </Field>
  );
}
