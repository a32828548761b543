"use client";

import { type ComponentProps, useId } from "react";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { describeField, FieldNotes, type FieldWords } from "./field";

type SwitchFieldProps = Omit<FieldWords, "note"> & Omit<ComponentProps<"input">, "id" | "type" | "role">;

// A native checkbox carries its own checked state, so the switch role needs no aria-checked.
const switchRole = { role: "switch" };

/** A switch with its label to the left; submits like a checkbox. */
export function SwitchField({ label, help, error, className = "", ...rest }: SwitchFieldProps) {
  const { common } = useCatalog();
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="flex min-w-0 flex-col gap-1">
        <label htmlFor={id} className="cursor-pointer font-medium">
          {label}
        </label>
        <FieldNotes
          {...{ id, help, error, name: rest.name }}
          describe={(value) => (value === "true" ? common.on : common.off)}
        />
      </div>
      <input
        {...rest}
        {...describeField(id, { help, error })}
        id={id}
        type="checkbox"
        {...switchRole}
        className={`relative mt-0.5 h-5 w-9 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-surface-2 transition-colors after:absolute after:top-0.5 after:left-0.5 after:size-3.5 after:rounded-full after:bg-ink-soft after:transition-[translate] checked:border-accent checked:bg-accent checked:after:translate-x-4 checked:after:bg-accent-ink disabled:cursor-not-allowed disabled:opacity-55 pointer-coarse:before:absolute pointer-coarse:before:-inset-3 forced-colors:appearance-auto forced-colors:after:hidden ${className}`}
      />
    </div>
  );
}
