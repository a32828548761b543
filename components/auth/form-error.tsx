"use client";

import { isSignedOut } from "@/components/ui/form/session-over";
import { SignInAgain } from "@/components/ui/form/sign-in-again";
import { Notice } from "@/components/ui/notice";
import { useCatalog } from "@/components/ui/words/use-catalog";
import type { ActionState } from "@/lib/http/define-action";
import { errorMessage } from "@/lib/i18n/error-message";

/** Why the form as a whole was refused; a fault of single fields is said at the fields. */
export function FormError({ state }: { state: ActionState }) {
  const catalog = useCatalog();
  if (state.status !== "error") return null;
  if (Object.keys(state.fields).length > 0) return null;
  return (
    <Notice key={state.at} tone="bad" isUrgent>
      {errorMessage(catalog, state)} {isSignedOut(state) && <SignInAgain />}
    </Notice>
  );
}
