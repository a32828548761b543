"use client";

import { use } from "react";
import { isSignedOut } from "@/components/ui/form/session-over";
import { SignInAgain } from "@/components/ui/form/sign-in-again";
import { LocaleContext } from "@/components/ui/locale-provider";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/http/define-action";
import { errorMessage } from "@/lib/i18n/error-message";

/** Why the form as a whole was refused; a fault of single fields is said at the fields. */
export function FormError({ state }: { state: ActionState }) {
  const { locale } = use(LocaleContext);
  if (state.status !== "error") return null;
  if (Object.keys(state.fields).length > 0) return null;
  return (
    <Notice key={state.at} tone="bad" isUrgent>
      {errorMessage(locale, state)} {isSignedOut(state) && <SignInAgain />}
    </Notice>
  );
}
