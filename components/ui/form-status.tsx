"use client";

import { Check, CircleAlert } from "lucide-react";
import { type ReactNode, use } from "react";
import { useFormStatus } from "react-dom";
import { Mark } from "@/components/brand/mark";
import type { ActionState } from "@/lib/http/define-action";
import { errorMessage } from "@/lib/i18n/error-message";
import { LocaleContext } from "./locale-provider";
import { useCatalog } from "./use-catalog";

type FormStatusProps = { state: ActionState; savingLabel?: string; savedLabel?: string };

/** One line beside the submit button: saving, saved, or what went wrong. Must stand inside the form. */
export function FormStatus({ state, savingLabel, savedLabel }: FormStatusProps) {
  const { common } = useCatalog();
  const { locale } = use(LocaleContext);
  const { pending } = useFormStatus();
  return (
    <p role="status" className="min-h-5 text-sm text-ink-soft">
      {pending ? (
        <Line icon={<Mark className="size-4 animate-pulse-soft" />}>{savingLabel ?? common.saving}</Line>
      ) : state.status === "error" ? (
        <Line key={state.at} icon={<CircleAlert aria-hidden className="size-4 text-bad" />}>
          <span className="text-bad">{errorMessage(locale, state)}</span>
        </Line>
      ) : state.status === "done" ? (
        <Line key={state.at} icon={<Check aria-hidden className="size-4 text-good" />}>
          {savedLabel ?? common.saved}
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
