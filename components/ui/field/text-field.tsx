import { type ComponentProps, useId } from "react";
import { controlClass, controlHeightClass } from "./control-class";
import { describeField, Field, type FieldWords } from "./field";
import { languageOfValue } from "./language-of-value";

type TextFieldProps = FieldWords & Omit<ComponentProps<"input">, "id">;

export function TextField({ label, help, error, note, className = "", ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <Field id={id} label={label} help={help} error={error} note={note} name={rest.name}>
      <input
        lang={languageOfValue(rest)}
        {...rest}
        {...describeField(id, { help, error })}
        id={id}
        className={`${controlClass} ${controlHeightClass} ${className}`}
      />
    </Field>
  );
}
