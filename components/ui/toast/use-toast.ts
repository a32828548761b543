"use client";

import { use } from "react";
import { ToastContext } from "./toast-provider";

/** Shows a toast: `showToast({ message, action: { label, run } })`. */
export function useToast() {
  return use(ToastContext).show;
}

/** Takes away what toasts said of a thing, which is so no more: `forget(about)`. */
export function useForgetToasts() {
  return use(ToastContext).forget;
}
