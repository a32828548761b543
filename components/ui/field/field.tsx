import type { ReactNode } from "react";
import { FieldConflict } from "@/components/ui/form/field-conflict";
import { CircleAlert } from "@/components/ui/icons";
import { OwnWords } from "@/components/ui/text/own-words";

export type FieldWords = {
  label: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  /** Said after the label, e.g. 「選填」. */
  note?: ReactNode;
};

/** The name of the field, and how a value of it is said: what somebody else saved in it meanwhile is shown below. */
export type FieldSubject = { name?: string | undefined; describe?: (value: string) => ReactNode };

type FieldProps = FieldWords & FieldSubject & { id: string; children: ReactNode };

/** A control with its label above and its help, or what is wrong, below. Wire the control with `describeField`. */
export function Field({ id, label, help, error, note, name, describe, children }: FieldProps) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="field-label">
        {label}
        {note && <span className="text-sm font-normal text-ink-soft">{note}</span>}
      </label>
      {children}
      <FieldNotes {...{ id, help, error, name, describe }} />
    </div>
  );
}

type FieldNotesProps = Pick<FieldWords, "help" | "error"> & FieldSubject & { id: string };

export function FieldNotes({ id, help, error, name, describe }: FieldNotesProps) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1 text-sm text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      )}
      {name && <FieldConflict name={name} describe={describe} />}
      {help && (
        <p id={`${id}-help`} className="text-sm text-ink-soft">
          {typeof help === "string" ? <OwnWords>{help}</OwnWords> : help}
        </p>
      )}
    </>
  );
}

/** The ARIA attributes that tie a control to the notes `Field` writes below it. */
export function describeField(id: string, { help, error }: Pick<FieldWords, "help" | "error">) {
  const notes = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(" ");
  return { "aria-invalid": error ? true : undefined, "aria-describedby": notes || undefined };
}
