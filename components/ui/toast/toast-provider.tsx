"use client";

import { createContext, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button/button";
import { CircleAlert, CircleCheck, X } from "@/components/ui/icons";
import { OwnWords } from "@/components/ui/text/own-words";
import { useCatalog } from "@/components/ui/words/use-catalog";

export type Toast = {
  message: string;
  tone?: "good" | "bad";
  /** Shown as a button, e.g. to undo; the toast goes when it is pressed. */
  action?: { label: string; run: () => void };
  /** What it says something of: what is said of the same thing later takes its place. */
  about?: string;
};

export const ToastContext = createContext<{
  show: (toast: Toast) => void;
  /** Takes away what was said of a thing, which is so no more. */
  forget: (about: string) => void;
}>({ show: () => {}, forget: () => {} });

type ShownToast = Toast & { id: number };

const shownForMs = 8_000;
/** One that can be undone is there longer, however many come after it. */
const shownWithActionMs = 20_000;
const maxShown = 4;

/** Shows the newest toasts, the last one lowest; all stay while they are pointed at or hold the focus. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const [isHeld, setIsHeld] = useState(false);
  const lastId = useRef(0);

  const show = useCallback((next: Toast) => {
    lastId.current += 1;
    const toast = { ...next, id: lastId.current };
    // The same news twice is one piece of news.
    setToasts((before) =>
      [
        ...before.filter(
          ({ message, action, about }) =>
            (action || message !== next.message) && (about === undefined || about !== next.about),
        ),
        toast,
      ].slice(-maxShown),
    );
  }, []);

  const forget = useCallback((about: string) => {
    setToasts((before) => before.filter((toast) => toast.about !== about));
  }, []);
  const told = useMemo(() => ({ show, forget }), [show, forget]);

  const dismiss = useCallback((id: number) => {
    setToasts((before) => before.filter((toast) => toast.id !== id));
  }, []);

  return (
    <ToastContext value={told}>
      {children}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-4 bottom-[calc(72px+env(safe-area-inset-bottom))] z-40 flex flex-col items-center gap-2 md:bottom-6 print:hidden"
        onPointerEnter={() => setIsHeld(true)}
        onPointerLeave={() => setIsHeld(false)}
        onFocus={() => setIsHeld(true)}
        onBlur={() => setIsHeld(false)}
      >
        {toasts.map((toast) => (
          <ToastItem
            key={toast.id}
            toast={toast}
            isHeld={isHeld}
            onEnd={() => {
              // What goes from under the pointer tells nobody that the pointer has left it.
              if (toasts.length === 1) setIsHeld(false);
              dismiss(toast.id);
            }}
          />
        ))}
      </div>
    </ToastContext>
  );
}

type ToastItemProps = { toast: ShownToast; isHeld: boolean; onEnd: () => void };

function ToastItem({ toast: { message, tone, action }, isHeld, onEnd }: ToastItemProps) {
  const { common } = useCatalog();
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  const lasts = action ? shownWithActionMs : shownForMs;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => end.current(), lasts);
    return () => clearTimeout(timer);
  }, [isHeld, lasts]);
  const Icon = tone === "bad" ? CircleAlert : CircleCheck;
  return (
    <div className="pointer-events-auto flex max-w-120 items-center gap-2 rounded-card border border-line bg-surface py-1 pr-1 pl-3 shadow-float animate-rise">
      <Icon aria-hidden className={`size-4 shrink-0 ${tone === "bad" ? "text-bad" : "text-good"}`} />
      <span className="mr-2 py-1">
        <OwnWords>{message}</OwnWords>
      </span>
      {action && (
        <Button
          size="small"
          className="shrink-0"
          onClick={() => {
            action.run();
            onEnd();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button size="small" variant="quiet" aria-label={common.dismiss} onClick={onEnd}>
        <X aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
