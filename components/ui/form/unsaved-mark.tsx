"use client";

import { useCatalog } from "@/components/ui/words/use-catalog";
import type { ActionForm } from "./use-action-form";

/** Says in a form's foot that something is not saved, and whether this browser keeps it. */
export function UnsavedMark({ form }: { form: Pick<ActionForm, "isDirty" | "isKept"> }) {
  const { common } = useCatalog();
  if (!form.isDirty) return null;
  return (
    <p className="ml-auto text-sm text-ink-soft">
      {form.isKept ? common.unsavedChanges : common.unsavedNotKept}
    </p>
  );
}
