"use client";

import { createContext, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { CircleAlert, CircleCheck, X } from "@/components/ui/icons";
import { Button } from "./button";
import { OwnWords } from "./own-words";
import { useCatalog } from "./use-catalog";

export type Toast = {
  message: string;
  tone?: "good" | "bad";
  /** Shown as a button, e.g. to undo; the toast goes when it is pressed. */
  action?: { label: string; run: () => void };
};

export const ToastContext = createContext<(toast: Toast) => void>(() => {});

const shownForMs = 8_000;

/** Shows one toast at a time, the newest; it stays while it is pointed at or holds the focus. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { common } = useCatalog();
  const [toast, setToast] = useState<(Toast & { id: number }) | null>(null);
  const [isHeld, setIsHeld] = useState(false);
  const lastId = useRef(0);

  const show = useCallback((next: Toast) => {
    lastId.current += 1;
    setToast({ ...next, id: lastId.current });
  }, []);

  const dismiss = useCallback(() => {
    setToast(null);
    setIsHeld(false);
  }, []);

  useEffect(() => {
    if (!toast || isHeld) return;
    const timer = setTimeout(dismiss, shownForMs);
    return () => clearTimeout(timer);
  }, [toast, isHeld, dismiss]);

  const Icon = toast?.tone === "bad" ? CircleAlert : CircleCheck;
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-4 bottom-[calc(72px+env(safe-area-inset-bottom))] z-40 flex justify-center md:bottom-6 print:hidden"
        onPointerEnter={() => setIsHeld(true)}
        onPointerLeave={() => setIsHeld(false)}
        onFocus={() => setIsHeld(true)}
        onBlur={() => setIsHeld(false)}
      >
        {toast && (
          <div
            key={toast.id}
            className="pointer-events-auto flex max-w-120 items-center gap-2 rounded-card border border-line bg-surface py-1 pr-1 pl-3 shadow-float animate-rise"
          >
            <Icon
              aria-hidden
              className={`size-4 shrink-0 ${toast.tone === "bad" ? "text-bad" : "text-good"}`}
            />
            <span className="mr-2 py-1">
              <OwnWords>{toast.message}</OwnWords>
            </span>
            {toast.action && (
              <Button
                size="small"
                onClick={() => {
                  toast.action?.run();
                  dismiss();
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <Button size="small" variant="quiet" aria-label={common.dismiss} onClick={dismiss}>
              <X aria-hidden className="size-4" />
            </Button>
          </div>
        )}
      </div>
    </ToastContext>
  );
}
