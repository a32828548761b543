"use client";

import { Check } from "lucide-react";
import { useFormStatus } from "react-dom";
import { Mark } from "@/components/brand/mark";
import type { FormState } from "./form-state";

type FormStatusProps = { state: FormState; savingLabel: string; savedLabel: string };

/** One line beside the submit button: saving, saved, or what went wrong. */
export function FormStatus({ state, savingLabel, savedLabel }: FormStatusProps) {
  const { pending } = useFormStatus();
  return (
    <p role="status" className="flex min-h-5 items-start gap-1 text-sm text-ink-soft">
      {pending ? (
        <>
          <Mark className="mt-0.5 size-4 animate-pulse-soft" />
          {savingLabel}
        </>
      ) : (
        <Outcome state={state} savedLabel={savedLabel} />
      )}
    </p>
  );
}

function Outcome({ state, savedLabel }: Pick<FormStatusProps, "state" | "savedLabel">) {
  if (state.status === "error") return <span className="text-bad">{state.message}</span>;
  if (state.status === "idle") return null;
  return (
    <span key={state.at} className="flex items-center gap-1 animate-rise">
      <Check aria-hidden className="size-4 text-good" />
      {savedLabel}
    </span>
  );
}
