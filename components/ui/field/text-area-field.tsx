import { type ComponentProps, useId } from "react";
import { controlClass } from "./control-class";
import { describeField, Field, type FieldWords } from "./field";
import { languageOfValue } from "./language-of-value";

type TextAreaFieldProps = FieldWords &
  Omit<ComponentProps<"textarea">, "id" | "rows"> & { size?: "short" | "medium" | "long" };

const sizes = {
  short: { rows: 2, minimum: "min-h-16" },
  medium: { rows: 5, minimum: "min-h-34" },
  long: { rows: 14, minimum: "min-h-88" },
};

/** Grows with what is written, from its size up. */
export function TextAreaField({
  label,
  help,
  error,
  note,
  size = "short",
  className = "",
  ...rest
}: TextAreaFieldProps) {
  const id = useId();
  const { rows, minimum } = sizes[size];
  return (
    <Field id={id} label={label} help={help} error={error} note={note} name={rest.name}>
      <textarea
        lang={languageOfValue(rest)}
        {...rest}
        {...describeField(id, { help, error })}
        id={id}
        rows={rows}
        className={`${controlClass} field-sizing-content max-h-[70vh] resize-y py-1.5 ${minimum} ${className}`}
      />
    </Field>
  );
}
