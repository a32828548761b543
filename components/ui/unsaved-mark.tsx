"use client";

import { useCatalog } from "./use-catalog";

/** Says in a form's foot that something is not saved. */
export function UnsavedMark() {
  return <p className="ml-auto text-sm text-ink-soft">{useCatalog().common.unsavedChanges}</p>;
}
