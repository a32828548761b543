"use client";

import { TextField } from "@/components/ui/field/text-field";
import { useCatalog } from "@/components/ui/words/use-catalog";

type EmailFieldProps = {
  error?: string;
  help?: string;
  typed?: string;
  /** The invitation's address, which nobody changes. */
  invited?: string;
};

/** The address that somebody signs in with. */
export function EmailField({ error, help, typed, invited }: EmailFieldProps) {
  const { auth } = useCatalog();
  return (
    <TextField
      name="email"
      type="email"
      label={auth.email}
      help={help}
      error={error}
      placeholder={auth.emailPlaceholder}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
      defaultValue={invited ?? typed}
      readOnly={invited !== undefined}
    />
  );
}
