"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import { Check, CircleAlert } from "@/components/ui/icons";
import { OwnWords } from "@/components/ui/text/own-words";
import { useCatalog } from "@/components/ui/words/use-catalog";
import type { ActionState } from "@/lib/http/define-action";
import { errorMessage } from "@/lib/i18n/error-message";
import { isSignedOut } from "./session-over";
import { SignInAgain } from "./sign-in-again";

type FormStatusProps = { state: ActionState; savingLabel?: string; savedLabel?: string };

/**
 * One line beside the submit button: saved, until somebody changes the form again, or what went wrong. That it is being
 * saved the button shows; here it is only read out. Must stand inside the form.
 */
export function FormStatus({ state, savingLabel, savedLabel }: FormStatusProps) {
  const catalog = useCatalog();
  const { pending } = useFormStatus();
  const ref = useRef<HTMLParagraphElement>(null);
  const [changedSince, setChangedSince] = useState(0);
  const at = state.status === "idle" ? 0 : state.at;

  useEffect(() => {
    const form = ref.current?.closest("form");
    // What is put into a field by a script is nobody's change.
    const noteChange = (event: Event) => {
      if (event.isTrusted) setChangedSince(at);
    };
    form?.addEventListener("input", noteChange);
    return () => form?.removeEventListener("input", noteChange);
  }, [at]);

  return (
    <p ref={ref} role="status" className="min-h-5 text-sm text-ink-soft">
      {pending ? (
        <span className="sr-only">{savingLabel ?? catalog.common.saving}</span>
      ) : state.status === "error" ? (
        <Line key={at} icon={<CircleAlert aria-hidden className="size-4 text-bad" />}>
          <span>
            <span className="text-bad">{errorMessage(catalog, state)}</span>{" "}
            {isSignedOut(state) && <SignInAgain />}
          </span>
        </Line>
      ) : state.status === "done" && changedSince !== at ? (
        <Line key={at} icon={<Check aria-hidden className="size-4 text-good" />}>
          <OwnWords>{savedLabel ?? catalog.common.saved}</OwnWords>
        </Line>
      ) : null}
    </p>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="flex items-start gap-1.5 animate-rise">
      <span className="mt-0.5 shrink-0">{icon}</span>
      {children}
    </span>
  );
}
