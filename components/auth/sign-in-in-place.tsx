"use client";

import { AuthShell } from "@/components/shell/auth-shell";
import type { Theme } from "@/components/shell/preferences/theme";
import type { FormAction } from "@/components/ui/form/form-action";
import { useCatalog } from "@/components/ui/words/use-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { ForgotPassword } from "./forgot-password";
import { SignInForm } from "./sign-in-form";

type SignInInPlaceProps = { locale: Locale; theme: Theme; action: FormAction<never>; hasMail: boolean };

/** Drawn by the browser's own code: every page carries it for when a session ends, and so as a few properties only. */
export function SignInInPlace({ locale, theme, action, hasMail }: SignInInPlaceProps) {
  const { title, description } = useCatalog().shell.unauthorized;
  return (
    <AuthShell locale={locale} theme={theme} title={title} description={description}>
      <SignInForm action={action} />
      <ForgotPassword hasMail={hasMail} />
    </AuthShell>
  );
}
