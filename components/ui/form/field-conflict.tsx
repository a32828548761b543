"use client";

import { type ReactNode, use } from "react";
import { Button } from "@/components/ui/button/button";
import { GitMerge } from "@/components/ui/icons";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { languageOf } from "@/lib/language/language-of";
import { FormContext } from "./action-form";

type FieldConflictProps = { name: string; describe?: (value: string) => ReactNode };

/** Below a field that somebody else saved meanwhile: what they wrote, and which of the two shall stay. */
export function FieldConflict({ name, describe = (value) => value }: FieldConflictProps) {
  const { theirs, settle } = use(FormContext);
  const words = useCatalog().common.conflict;
  const value = theirs[name];
  if (value === undefined) return null;
  return (
    <div
      role="alert"
      className="flex flex-col gap-2 rounded-control border border-warn/30 bg-warn-soft p-3 text-sm"
    >
      <p className="flex items-start gap-2">
        <GitMerge aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
        {words.changed}
      </p>
      <p
        lang={value === "" ? undefined : languageOf(value)}
        className="max-h-32 overflow-y-auto whitespace-pre-wrap text-ink-soft"
      >
        {value === "" ? words.empty : describe(value)}
      </p>
      <span className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => settle(name, "theirs")}>
          {words.takeTheirs}
        </Button>
        <Button size="small" onClick={() => settle(name, "mine")}>
          {words.keepMine}
        </Button>
      </span>
    </div>
  );
}
