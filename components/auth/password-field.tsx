"use client";

import { type ComponentProps, useId, useState } from "react";
import { controlClass, controlHeightClass } from "@/components/ui/field/control-class";
import { describeField, Field, type FieldWords } from "@/components/ui/field/field";
import { Eye, EyeOff } from "@/components/ui/icons";
import { useCatalog } from "@/components/ui/words/use-catalog";

type PasswordFieldProps = Pick<FieldWords, "label" | "help" | "error"> &
  Pick<ComponentProps<"input">, "name" | "autoFocus"> & {
    autoComplete: "current-password" | "new-password";
  };

/** A password that can be looked at while it is typed. */
export function PasswordField({ label, help, error, ...rest }: PasswordFieldProps) {
  const { auth } = useCatalog();
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <Field id={id} label={label} help={help} error={error}>
      <span className="relative block">
        <input
          {...rest}
          {...describeField(id, { help, error })}
          id={id}
          type={isShown ? "text" : "password"}
          required
          maxLength={1_000}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          className={`${controlClass} ${controlHeightClass} pr-11`}
        />
        <button
          type="button"
          aria-pressed={isShown}
          aria-label={auth.showPassword}
          title={isShown ? auth.hidePassword : auth.showPassword}
          onClick={() => setIsShown(!isShown)}
          className="absolute inset-y-0 right-0 flex w-10 items-center justify-center rounded-control text-ink-soft transition-colors hover:text-ink"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      </span>
    </Field>
  );
}
