"use client";

import { use } from "react";
import { ToastContext } from "./toast-provider";

/** Shows a toast: `showToast({ message, action: { label, run } })`. */
export function useToast() {
  return use(ToastContext);
}
